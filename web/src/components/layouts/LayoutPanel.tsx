import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { usePermissions } from '@/api/account';
import type { Tagged } from '@/api/client';
import { layoutQuery, useSaveLayout } from '@/api/layouts';
import type { LabelMeaning, Layout } from '@/api/layouts';
import { Button } from '@/components/controls/Button';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { UnsavedGuard } from '@/components/controls/UnsavedGuard';
import { Field, TextField } from '@/components/forms/Field';
import { Panel } from '@/components/layout/Panel';
import { useSay } from '@/components/layout/Notices';
import { ProblemText } from '@/components/states/ProblemText';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import {
  blank,
  decisionOf,
  isComplete,
  keyOfDecision,
  meaningsOf,
  roles,
  sameLayout,
  takesCode,
} from './layouts';
import type { Draft, Meaning } from './layouts';
import styles from './layouts.module.css';

const words = defineMessages({
  ko: {
    own: '이 공연의 양식',
    company: '회사 양식',
    ownHelp: '엑셀 파일의 이름이 무엇을 뜻하는지 정해 둔 것입니다. 회사 양식보다 먼저 봅니다.',
    companyHelp: '모든 공연의 엑셀 파일에 쓰는 뜻입니다. 공연의 양식이 있으면 그것을 먼저 봅니다.',
    none: '정해 둔 이름이 없습니다. 업로드에서 처음 보는 이름을 정하면 여기에 쌓입니다.',
    readOnly: '양식은 업로드 권한이 있는 사람이 고칠 수 있습니다.',
    companyReadOnly: '회사 양식은 관리자만 고칠 수 있습니다.',
    sheets: '시트 이름',
    performances: '회차 시트',
    days: '판매일 시트',
    labels: '이름의 뜻',
    any: '모두',
    upper: '묶음 이름',
    lower: '열 이름',
    sheet: '시트',
    means: '뜻',
    code: '코드',
    grade: '등급',
    agency: '예매처',
    paid: '유료',
    complimentary: '초대',
    count: '매수',
    won: '금액',
    ignored: '무시',
    deposited: '입금',
    pending: '미입금',
    booked: '예매',
    add: '추가',
    remove: (label: string) => `${label} 지우기`,
    twice: '이미 정한 이름입니다.',
    save: '저장',
    saved: '양식을 저장했습니다',
    discard: '모두 되돌리기',
    discardAsk: '저장하지 않은 변경을 모두 버립니다.',
    outdated: '다른 사람이 먼저 저장했습니다.',
    reload: '저장된 것 보기',
    updated: (when: string, who: string) => (who === '' ? `${when} 저장` : `${when} ${who} 저장`),
  },
  en: {
    own: 'Production layout',
    company: 'Company layout',
    ownHelp: 'What the labels in this production’s workbooks mean. Takes precedence over the company layout.',
    companyHelp: 'What labels mean in all workbooks, unless a production has its own layout.',
    none: 'No labels yet. Labels that you define during upload are saved here.',
    readOnly: 'Only people who can upload can change the layout.',
    companyReadOnly: 'Only administrators can change the company layout.',
    sheets: 'Sheet names',
    performances: 'Performances sheet',
    days: 'Sale days sheet',
    labels: 'Label meanings',
    any: 'any',
    upper: 'Group',
    lower: 'Column',
    sheet: 'Sheet',
    means: 'Meaning',
    code: 'Code',
    grade: 'Grade',
    agency: 'Agency',
    paid: 'Paid',
    complimentary: 'Complimentary',
    count: 'Seats',
    won: 'Amount',
    ignored: 'Ignore',
    deposited: 'deposited',
    pending: 'pending',
    booked: 'booked',
    add: 'Add',
    remove: (label: string) => `Remove ${label}`,
    twice: 'This label is already defined.',
    save: 'Save',
    saved: 'Layout saved',
    discard: 'Discard all',
    discardAsk: 'All unsaved changes will be discarded.',
    outdated: 'Someone else saved first.',
    reload: 'Load the saved version',
    updated: (when: string, who: string) => (who === '' ? `Saved ${when}` : `Saved ${when} by ${who}`),
  },
});

/** What people decided about their workbooks' labels, of one production or of the company, and its changes. */
export function LayoutPanel({ productionId }: { productionId?: string }) {
  const t = useMessages(words);
  const query = useQuery(layoutQuery(productionId));
  const company = productionId === undefined;
  return (
    <Panel title={company ? t.company : t.own} padded busy={query.isFetching && query.data !== undefined}>
      <QueryView query={query} skeleton={<Skeleton rows={4} />}>
        {(read) => (
          <Editor
            // What somebody else saved begins anew; what oneself has changed is asked about when it is saved.
            key={productionId ?? ''}
            read={read}
            onReload={() => void query.refetch()}
            {...(productionId === undefined ? {} : { productionId })}
          />
        )}
      </QueryView>
    </Panel>
  );
}

function Editor({
  read,
  productionId,
  onReload,
}: {
  read: Tagged<Layout>;
  productionId?: string;
  onReload: () => void;
}) {
  const t = useMessages(words);
  const say = useSay();
  const format = useFormat();
  const { upload, administer } = usePermissions();
  const editable = productionId === undefined ? administer : upload;
  const save = useSaveLayout(productionId);
  const [changed, setChanged] = useState<Pick<Layout, 'sheets' | 'labels'>>();
  /** The state that the changes began with. */
  const [base, setBase] = useState<string>();
  const [asking, setAsking] = useState(false);
  const shown = changed ?? read.value;
  const dirty = changed !== undefined && !sameLayout(changed, read.value);

  function change(next: Pick<Layout, 'sheets' | 'labels'>) {
    if (changed === undefined) setBase(read.etag);
    setChanged(next);
  }
  function settle() {
    setChanged(undefined);
    save.reset();
  }
  const { updatedAt, updatedBy } = read.value;
  return (
    <div className={styles['body']}>
      <UnsavedGuard changes={dirty ? 1 : 0} onLeave={settle} />
      <p className="second">
        {productionId === undefined ? t.companyHelp : t.ownHelp}{' '}
        {!editable && (productionId === undefined ? t.companyReadOnly : t.readOnly)}
      </p>
      <div className={styles['sheets']} role="group" aria-label={t.sheets}>
        {roles.map((role) => (
          <TextField
            key={role}
            label={t[role]}
            optional
            readOnly={!editable}
            maxLength={100}
            value={shown.sheets[role] ?? ''}
            onChange={(name) => {
              const others = Object.entries(shown.sheets).filter(([key]) => key !== role);
              const named = name === '' ? [] : [[role, name]];
              change({ ...shown, sheets: Object.fromEntries([...others, ...named]) as Layout['sheets'] });
            }}
          />
        ))}
      </div>
      {shown.labels.length === 0 ? (
        <p className="quiet">{t.none}</p>
      ) : (
        <ul className={styles['decisions']} aria-label={t.labels}>
          {shown.labels.map((decision) => (
            <Decision
              key={keyOfDecision(decision)}
              decision={decision}
              {...(editable
                ? {
                    onRemove: () =>
                      change({ ...shown, labels: shown.labels.filter((other) => other !== decision) }),
                  }
                : {})}
            />
          ))}
        </ul>
      )}
      {editable && (
        <NewDecision
          taken={shown.labels.map(keyOfDecision)}
          onAdd={(decision) => change({ ...shown, labels: [...shown.labels, decision] })}
        />
      )}
      {save.error !== null && (
        <p role="alert" className="behind row wrapped">
          {save.error.outdated ? t.outdated : <ProblemText problem={save.error} />}
          {save.error.outdated && (
            <Button
              small
              onClick={() => {
                settle();
                onReload();
              }}
            >
              {t.reload}
            </Button>
          )}
        </p>
      )}
      <div className={styles['foot']}>
        {updatedAt !== null && (
          <span className="caption quiet">{t.updated(format.dayTime(updatedAt), updatedBy?.name ?? '')}</span>
        )}
        <span className="grow" />
        {dirty && (
          <Button disabled={save.isPending} onClick={() => setAsking(true)}>
            {t.discard}
          </Button>
        )}
        {editable && (
          <Button
            kind="primary"
            disabled={!dirty}
            busy={save.isPending}
            onClick={() =>
              save.mutate(
                { layout: { sheets: { ...shown.sheets }, labels: [...shown.labels] }, etag: base },
                {
                  onSuccess: () => {
                    setChanged(undefined);
                    say(t.saved);
                  },
                },
              )
            }
          >
            {t.save}
          </Button>
        )}
      </div>
      {asking && (
        <ConfirmDialog
          title={t.discard}
          verb={t.discard}
          discards
          onConfirm={settle}
          onClose={() => setAsking(false)}
        >
          {t.discardAsk}
        </ConfirmDialog>
      )}
    </div>
  );
}

/** One decision: the sheet, the pair of labels, and what it means. */
function Decision({ decision, onRemove }: { decision: LabelMeaning; onRemove?: () => void }) {
  const t = useMessages(words);
  const { sheet, label, means, grade, agency, state } = decision;
  const [upper = null, lower = null] = label;
  const name = [upper ?? t.any, lower ?? t.any].join(' › ');
  const word = (key: string) => (Object.hasOwn(t, key) ? String(Reflect.get(t, key)) : key);
  const reader = useLabels();
  const code = grade === undefined ? agency : reader.any('grade', grade);
  return (
    <li>
      <span className="quiet">{word(sheet)}</span>
      <span className={styles['label']}>{name}</span>
      <span>
        <span aria-hidden>→ </span>
        {[word(means), code, state === undefined ? undefined : word(state)].filter(Boolean).join(' · ')}
      </span>
      <span className="grow" />
      {onRemove !== undefined && (
        <Button small kind="quiet" icon={<X aria-hidden />} label={t.remove(name)} onClick={onRemove} />
      )}
    </li>
  );
}

/** Says what a label means before it was ever seen in a workbook. */
function NewDecision({
  taken,
  onAdd,
}: {
  taken: readonly string[];
  onAdd: (decision: LabelMeaning) => void;
}) {
  const t = useMessages(words);
  const [draft, setDraft] = useState<Draft>(blank);
  const offered = meaningsOf([draft.upper, draft.lower.trim() === '' ? null : draft.lower]);
  const means: Meaning = offered.includes(draft.means) ? draft.means : (offered[0] ?? 'ignored');
  const whole = { ...draft, means };
  const twice = isComplete(whole) && taken.includes(keyOfDecision(decisionOf(whole)));
  return (
    <form
      className={styles['new']}
      aria-label={t.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isComplete(whole) || twice) return;
        onAdd(decisionOf(whole));
        setDraft({ ...blank, sheet: draft.sheet });
      }}
    >
      <Field label={t.sheet}>
        {(control) => (
          <select
            {...control}
            className={styles['control']}
            value={draft.sheet}
            onChange={({ target }) =>
              setDraft({ ...draft, sheet: roles.find((role) => role === target.value) ?? draft.sheet })
            }
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {t[role]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        label={t.upper}
        required={false}
        maxLength={200}
        value={draft.upper}
        error={twice ? t.twice : undefined}
        onChange={(upper) => setDraft({ ...draft, upper })}
      />
      <TextField
        label={t.lower}
        required={false}
        maxLength={200}
        value={draft.lower}
        onChange={(lower) => setDraft({ ...draft, lower })}
      />
      <Field label={t.means}>
        {(control) => (
          <select
            {...control}
            className={styles['control']}
            value={means}
            onChange={({ target }) =>
              setDraft({ ...draft, means: offered.find((one) => one === target.value) ?? means })
            }
          >
            {offered.map((one) => (
              <option key={one} value={one}>
                {t[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {takesCode(means) && (
        <TextField
          label={t.code}
          required={false}
          maxLength={32}
          value={draft.code}
          onChange={(code) => setDraft({ ...draft, code })}
        />
      )}
      <div>
        <Button type="submit" icon={<Plus aria-hidden />} disabled={!isComplete(whole) || twice}>
          {t.add}
        </Button>
      </div>
    </form>
  );
}
