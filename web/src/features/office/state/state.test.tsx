import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountOf, problem, renderRoutes, signedIn } from '@/test/app';
import { server } from '@/test/server';
import { Page } from '../OfficePage';

const state = {
  version: '0.1.0',
  startedAt: '2026-11-01T09:00:00+09:00',
  memoryBytes: 60_000_000,
  database: {
    version: '15.18 (Debian)',
    sizeBytes: 6_000_000_000,
    busyConnections: 1,
    maxConnections: 8,
    replicas: [{ name: 'replica.example.com:5432', state: 'away', changesBehind: 7, reads: 1_234 }],
  },
  originalsBytes: 2_000_000_000,
  disks: [
    {
      place: 'originals',
      totalBytes: 100_000_000_000,
      freeBytes: 12_000_000_000,
      bytesPerDay: 1_000_000_000,
      daysUntilFull: 12,
    },
  ],
  queue: { queued: 3, running: 1, longestWaitSeconds: 700 },
  failed: { jobs: 0, scheduleRuns: 0, deliveries: 2 },
  eventStreams: 5,
  warnings: [
    { code: 'disk_nearly_full', place: 'originals', amount: 12 },
    { code: 'jobs_waiting', place: null, amount: 700 },
    { code: 'deliveries_failed', place: null, amount: 2 },
  ],
};

const asked = () => renderRoutes([{ path: '/office/*', element: <Page /> }], '/office/state');

const backups = {
  backup: {
    name: '2026-11-20T03-30-00',
    begunAt: '2026-11-20T03:30:00+09:00',
    ageSeconds: 5 * 3_600,
    sizeBytes: 8_200_000_000,
    originals: 1_234,
    encrypted: true,
  },
  verification: { name: '2026-11-15T03-30-00', at: '2026-11-15T05:00:00+09:00', restored: true },
  check: { at: '2026-11-15T05:30:00+09:00', whole: 1_230, missing: 0, damaged: 0, orphaned: 3 },
  failures: [],
};

const schedule = {
  name: 'daily-plays',
  kind: 'daily-plays',
  cron: '0 14 * * *',
  allProductions: true,
  productionIds: [],
  destinationIds: [],
  attachXlsx: false,
  lastRun: null,
  nextRuns: ['2026-11-21T14:00:00+09:00'],
  pausedAt: null,
  sourceId: null,
};
const nightly = { ...schedule, name: 'backup', kind: 'backup', nextRuns: ['2026-11-21T03:30:00+09:00'] };
const paused = { nextRuns: [], pausedAt: '2026-11-01T09:00:00+09:00' };

function answers(body: object, told: object = backups, schedules: readonly object[] = [schedule, nightly]) {
  server.use(
    http.get('*/api/v1/system', () => HttpResponse.json(body)),
    http.get('*/api/v1/backups', () => HttpResponse.json(told)),
    http.get('*/api/v1/schedules', () => HttpResponse.json({ items: schedules })),
  );
}

describe('the state page', () => {
  beforeEach(() => {
    signedIn(accountOf({ role: 'admin' }));
  });

  it('says first what to look at, and what to do', async () => {
    answers(state);
    asked();
    const warnings = await screen.findByRole('region', { name: '살펴볼 것' });
    const [disk, jobs, deliveries] = within(warnings).getAllByRole('listitem');
    expect(disk).toHaveTextContent(
      '원본 파일 디스크에 공간이 얼마 없습니다. 오늘 속도면 12일 뒤 가득 찹니다.',
    );
    expect(disk).toHaveTextContent('디스크를 늘리세요');
    expect(jobs).toHaveTextContent('11분째 기다리는 작업이 있습니다.');
    expect(deliveries).toHaveTextContent('하루 안에 발송 2건이 실패했습니다.');
  });

  it('shows room, work and the server', async () => {
    answers(state);
    asked();
    const storage = await screen.findByRole('region', { name: '저장 공간' });
    expect(storage).toHaveTextContent('6 GB');
    expect(storage).toHaveTextContent('PostgreSQL 15.18');
    expect(storage).toHaveTextContent('12 GB 남음');
    expect(storage).toHaveTextContent('오늘 속도로 12일 뒤 가득 참');
    const work = screen.getByRole('region', { name: '작업' });
    expect(within(work).getAllByRole('link', { name: '보기' })).toHaveLength(3);
    const server = screen.getByRole('region', { name: '서버' });
    expect(server).toHaveTextContent('0.1.0');
    expect(server).toHaveTextContent('11/1(일) 09:00부터 실행 중');
    expect(server).toHaveTextContent('실시간 연결5변경을 바로 받는 화면');
    expect(server).toHaveTextContent('1 / 8');
    expect(server).toHaveTextContent('읽기 복제본 replica.example.com:5432응답 없음');
    expect(server).toHaveTextContent('여기서 읽은 보고서 1,234건변경 7건 뒤처짐');
  });

  it('tells how old and how large the newest backup is, and when one was tried', async () => {
    answers(state);
    asked();
    const panel = await screen.findByRole('region', { name: '백업' });
    await within(panel).findByText('5시간 전');
    expect(panel).toHaveTextContent('11/20(금) 03:30');
    expect(panel).toHaveTextContent('8.2 GB원본 파일 1,234개암호화됨');
    expect(panel).toHaveTextContent('11/15(일) 05:00복원해 행과 보고서를 견줌2026-11-15T03-30-00');
    expect(panel).toHaveTextContent('모두 온전함');
    expect(panel).toHaveTextContent('업로드가 없는 파일 3개');
  });

  it('tells what there is not as unknown, and what failed with its reason', async () => {
    answers(state, { backup: null, verification: null, check: null, failures: [] });
    asked();
    const panel = await screen.findByRole('region', { name: '백업' });
    expect(await within(panel).findByText(/백업이 없습니다/)).toBeVisible();
    expect(panel).toHaveTextContent('마지막 백업–아직 없음');
    expect(panel).toHaveTextContent('백업 크기–');
    expect(panel).toHaveTextContent('마지막 시험 복원–아직 시험하지 않음');
    expect(panel).not.toHaveTextContent('0 B');
  });

  it('warns of a night without a backup, of files that are gone, and of a trial of files only', async () => {
    answers(state, {
      backup: { ...backups.backup, ageSeconds: 3 * 86_400, encrypted: false },
      verification: { ...backups.verification, restored: false },
      check: { ...backups.check, missing: 2 },
      failures: [{ task: 'backup', at: '2026-11-20T03:31:00+09:00', error: 'no space left on device' }],
    });
    asked();
    const panel = await screen.findByRole('region', { name: '백업' });
    expect(await within(panel).findByText('3일 전')).toHaveClass('behind');
    expect(panel).toHaveTextContent('하룻밤을 건너뛰었습니다');
    expect(panel).toHaveTextContent('암호화하지 않음');
    expect(panel).toHaveTextContent('파일만 확인함');
    expect(panel).toHaveTextContent('없음 2 · 손상 0');
    expect(within(panel).getByRole('listitem')).toHaveTextContent(
      '백업: 11/20(금) 03:31에 끝내지 못함no space left on device',
    );
  });

  it('tells when the backup and the other schedules run next, the soonest first', async () => {
    const source = { ...schedule, name: '폴더', kind: 'source', nextRuns: ['2026-11-21T09:30:00+09:00'] };
    const evening = { ...schedule, name: 'evening', nextRuns: ['2026-11-21T22:00:00+09:00'] };
    answers(state, backups, [evening, schedule, source, nightly]);
    asked();
    const panel = await screen.findByRole('region', { name: '다음 예약' });
    await within(panel).findByText('11/21(토) 03:30');
    expect(panel).toHaveTextContent(
      /백업11\/21\(토\) 03:30폴더11\/21\(토\) 09:30.*11\/21\(토\) 14:00.*evening11\/21\(토\) 22:00/,
    );
  });

  it('warns of backups that nobody makes, behind what runs', async () => {
    answers(state, backups, [{ ...nightly, ...paused }, schedule]);
    asked();
    const panel = await screen.findByRole('region', { name: '다음 예약' });
    expect(await within(panel).findByText('일시 중지')).toHaveClass('behind');
    expect(panel).toHaveTextContent(/11\/21\(토\) 14:00백업일시 중지백업을 만들지 않습니다/);
  });

  it('says when nothing needs anybody, and names no day where nothing comes', async () => {
    const [disk] = state.disks;
    answers({
      ...state,
      database: { ...state.database, replicas: [] },
      warnings: [],
      disks: [{ ...disk, bytesPerDay: 0, daysUntilFull: null }],
    });
    asked();
    expect(await screen.findByText('살펴볼 것이 없습니다.')).toBeVisible();
    expect(screen.getByText('하루 동안 늘어난 것이 없음')).toBeVisible();
  });

  const well = { ...state, database: { ...state.database, replicas: [] }, warnings: [] };

  it.each([
    ['a missing backup', { ...backups, backup: null }, [nightly], '백업이 없습니다.예약 화면에서'],
    [
      'a night without a backup',
      { ...backups, backup: { ...backups.backup, ageSeconds: 3 * 86_400 } },
      [nightly],
      '지난밤 백업이 없습니다.',
    ],
    [
      'what failed',
      { ...backups, failures: [{ task: 'check', at: '2026-11-20T03:31:00+09:00', error: 'no' }] },
      [nightly],
      '원본 점검: 11/20(금) 03:31에 끝내지 못함',
    ],
    [
      'files that are gone',
      { ...backups, check: { ...backups.check, missing: 2 } },
      [nightly],
      '원본 파일에 문제가 있습니다(없음 2, 손상 0).',
    ],
    ['backups that nobody makes', backups, [{ ...nightly, ...paused }], '백업 예약이 꺼져 있습니다.'],
  ])('counts %s among what to look at', async (_, told, schedules, text) => {
    answers(well, told, schedules);
    asked();
    const panel = await screen.findByRole('region', { name: '살펴볼 것' });
    expect(await within(panel).findByRole('listitem')).toHaveTextContent(text);
    expect(panel).not.toHaveTextContent('살펴볼 것이 없습니다.');
  });

  it('counts a replica that does not answer among what to look at', async () => {
    answers({ ...state, warnings: [] });
    asked();
    const panel = await screen.findByRole('region', { name: '살펴볼 것' });
    expect(within(panel).getByRole('listitem')).toHaveTextContent(
      '읽기 복제본 replica.example.com:5432: 응답 없음',
    );
  });

  it('does not say that nothing needs anybody while backups cannot be read', async () => {
    answers(well);
    server.use(http.get('*/api/v1/backups', () => problem(403, 'forbidden')));
    asked();
    const panel = await screen.findByRole('region', { name: '살펴볼 것' });
    expect(await within(panel).findByText(/모두 확인하지는 못했습니다/)).toBeVisible();
    expect(panel).not.toHaveTextContent('살펴볼 것이 없습니다.');
  });

  it('says that the state cannot be read', async () => {
    server.use(http.get('*/api/v1/system', () => problem(503, 'unavailable')));
    asked();
    expect(await screen.findByRole('alert')).toBeVisible();
  });
});

describe('the state page of somebody else', () => {
  it('is closed to members', async () => {
    const member = accountOf({ role: 'member' });
    signedIn(member);
    answers(state);
    renderRoutes([{ path: '/office/*', element: <Page /> }], '/office/state', { account: member });
    expect(await screen.findByText('이 작업은 관리자만 할 수 있습니다.')).toBeVisible();
    expect(screen.queryByText('저장 공간')).not.toBeInTheDocument();
  });
});
