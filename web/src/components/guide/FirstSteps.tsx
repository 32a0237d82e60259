import { Circle, CircleCheck } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { usePermissions } from '@/api/account';
import { peopleCountQuery } from '@/api/people';
import type { Production } from '@/api/productions';
import { LinkButton } from '@/components/controls/Button';
import { Panel } from '@/components/layout/Panel';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import styles from './guide.module.css';

const words = defineMessages({
  ko: {
    title: '처음 시작하기',
    caption: '차례로 마치면 매출과 목표가 화면에 보입니다',
    create: '공연 만들기',
    createHelp: '코드, 이름, 판매 기간을 넣습니다. 여러 편은 목록 파일로 한 번에 가져올 수 있습니다.',
    importList: '목록 가져오기',
    template: '빈 엑셀 받기',
    templateHelp: '판매일과 수식이 들어 있는 양식입니다. 숫자만 채우면 됩니다.',
    templateWaits: '공연에 판매 기간을 넣으면 받을 수 있습니다.',
    setPeriod: '판매 기간 넣기',
    download: '받기',
    upload: '첫 파일 업로드',
    uploadHelp: '반영하기 전에 무엇이 보일지 먼저 보여 줍니다.',
    targets: '목표 넣기',
    targetsHelp: '엑셀에서 붙여넣거나 총액을 날마다 배분합니다.',
    invite: '함께 쓸 사람 초대',
    inviteHelp: '주소를 넣으면 비밀번호 설정 링크가 만들어집니다. 볼 공연과 할 일은 사람마다 정합니다.',
    done: '마침',
    open: '아직',
  },
  en: {
    title: 'Get started',
    caption: 'Complete these steps to see revenue and targets here',
    create: 'Create a production',
    createHelp: 'Enter its code, name and sale period. To add several at once, import a list.',
    importList: 'Import a list',
    template: 'Download a blank workbook',
    templateHelp: 'Sale days and formulas are filled in: you only add the numbers.',
    templateWaits: 'Available once the production has a sale period.',
    setPeriod: 'Set the sale period',
    download: 'Download',
    upload: 'Upload the first file',
    uploadHelp: 'You see a preview before anything is applied.',
    targets: 'Set targets',
    targetsHelp: 'Paste them from a spreadsheet, or distribute a total over the days.',
    invite: 'Invite people',
    inviteHelp: 'Enter an email address to get a link for setting a password. Access is set for each person.',
    done: 'done',
    open: 'to do',
  },
});

/** What is to be done before there are figures, ticked by itself. For those who may do it. */
export function FirstSteps({
  production,
  uploaded,
  targeted,
}: {
  /** The production that one begins with, once there is one. */
  production: Production | undefined;
  uploaded: boolean;
  targeted: boolean;
}) {
  const t = useMessages(words);
  const { administer } = usePermissions();
  const { data: people } = useQuery({ ...peopleCountQuery, enabled: administer });
  const [downloaded, setDownloaded] = useState(false);
  const period = production !== undefined && production.saleStart !== null && production.saleEnd !== null;
  const code = encodeURIComponent(production?.code ?? '');
  return (
    <Panel title={t.title} caption={t.caption}>
      <ol className={styles['steps']}>
        <Step done={production !== undefined} title={t.create} help={t.createHelp}>
          <LinkButton small to="/office/productions?import=list">
            {t.importList}
          </LinkButton>
          <LinkButton small kind="primary" to="/office/productions/create">
            {t.create}
          </LinkButton>
        </Step>
        <Step
          done={uploaded || downloaded}
          title={t.template}
          help={production === undefined || period ? t.templateHelp : t.templateWaits}
        >
          {period ? (
            <a
              href={`/api/v1/productions/${production.id}/workbook-template`}
              download
              className={styles['download']}
              aria-label={t.template}
              onClick={() => setDownloaded(true)}
            >
              {t.download}
            </a>
          ) : (
            production !== undefined && (
              <LinkButton small to={`/office/productions/${production.id}`}>
                {t.setPeriod}
              </LinkButton>
            )
          )}
        </Step>
        <Step done={uploaded} title={t.upload} help={t.uploadHelp}>
          {production !== undefined && (
            <LinkButton small to="/uploads/new">
              {t.upload}
            </LinkButton>
          )}
        </Step>
        <Step done={targeted} title={t.targets} help={t.targetsHelp}>
          {period && (
            <LinkButton small to={`/targets/${code}`}>
              {t.targets}
            </LinkButton>
          )}
        </Step>
        {administer && (
          <Step done={(people ?? 0) > 1} title={t.invite} help={t.inviteHelp}>
            <LinkButton small to="/office/users/create">
              {t.invite}
            </LinkButton>
          </Step>
        )}
      </ol>
    </Panel>
  );
}

function Step({
  done,
  title,
  help,
  children,
}: {
  done: boolean;
  title: string;
  help: string;
  /** How it is done; not offered any more once it is. */
  children: ReactNode;
}) {
  const t = useMessages(words);
  return (
    <li data-done={done || undefined}>
      {done ? (
        <CircleCheck aria-label={t.done} className="ahead" />
      ) : (
        <Circle aria-label={t.open} className="quiet" />
      )}
      <span>
        <b className="strong">{title}</b>
        <small>{help}</small>
      </span>
      {!done && children}
    </li>
  );
}
