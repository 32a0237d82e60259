import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';

/** The words about backups on the state page. */
export const words = defineMessages({
  ko: {
    backups: '백업',
    backup: '백업',
    verification: '백업 시험 복원',
    check: '원본 점검',
    retention: '오래된 스냅숏 정리',
    none: '백업이 없습니다. 예약 화면에서 백업 예약이 켜져 있는지 확인하고, fullhouse backup으로 지금 만들 수 있습니다.',
    failed: (task: string, when: string) => `${task}: ${when}에 끝내지 못함`,
    missing: '백업이 없습니다.',
    overdue: '지난밤 백업이 없습니다.',
    remedyMissing:
      '예약 화면에서 백업 예약이 켜져 있는지 확인하세요. fullhouse backup으로 지금 만들 수도 있습니다.',
    remedyFailed: '이유는 아래 ‘백업’에서 확인하세요.',
    originalsBroken: (missing: number, damaged: number) =>
      `원본 파일에 문제가 있습니다(없음 ${missing}, 손상 ${damaged}).`,
    remedyOriginals: '백업에서 원본 파일을 복원하세요.',
    newest: '마지막 백업',
    age: (seconds: number) => `${age(seconds, '분', '시간', '일')} 전`,
    noBackup: '아직 없음',
    late: '하룻밤을 건너뛰었습니다',
    size: '백업 크기',
    originals: (count: string) => `원본 파일 ${count}개`,
    encrypted: '암호화됨',
    open: '암호화하지 않음',
    verified: '마지막 시험 복원',
    neverVerified: '아직 시험하지 않음',
    restored: '복원해 행과 보고서를 견줌',
    filesOnly: '파일만 확인함. 열쇠가 서버에 없음',
    checked: '원본 파일',
    neverChecked: '아직 점검하지 않음',
    whole: '모두 온전함',
    broken: (missing: number, damaged: number) => `없음 ${missing} · 손상 ${damaged}`,
    wholeCount: (whole: string, when: string) => `온전한 파일 ${whole}개 · ${when}`,
    orphaned: (files: number) => `업로드가 없는 파일 ${files}개, 해롭지 않음`,
  },
  en: {
    backups: 'Backups',
    backup: 'Backup',
    verification: 'Test restore',
    check: 'Original file check',
    retention: 'Old snapshot cleanup',
    none: 'No backups yet. Check that the backup schedule is on, or run fullhouse backup to make one now.',
    failed: (task: string, when: string) => `${task}: not completed on ${when}`,
    missing: 'There is no backup.',
    overdue: 'There is no backup of last night.',
    remedyMissing: 'Check that the backup schedule is on, or run fullhouse backup to make one now.',
    remedyFailed: 'See why under “Backups” below.',
    originalsBroken: (missing: number, damaged: number) =>
      `Original files are not whole: ${missing} missing, ${damaged} damaged.`,
    remedyOriginals: 'Restore the original files from a backup.',
    newest: 'Last backup',
    age: (seconds: number) => `${age(seconds, ' min', ' h', ' d')} ago`,
    noBackup: 'none yet',
    late: 'a night was missed',
    size: 'Size of the backup',
    originals: (count: string) => `${count} original files`,
    encrypted: 'encrypted',
    open: 'not encrypted',
    verified: 'Last test restore',
    neverVerified: 'not tested yet',
    restored: 'restored, rows and reports compared',
    filesOnly: 'files only: the server has no key',
    checked: 'Original files',
    neverChecked: 'not checked yet',
    whole: 'All intact',
    broken: (missing: number, damaged: number) => `${missing} missing · ${damaged} damaged`,
    wholeCount: (whole: string, when: string) => `${whole} intact · ${when}`,
    orphaned: (files: number) => `${counted(files, 'file')} without an upload, harmless`,
  },
});

/** What the work of keeping is called, by its schedule. */
export function useTaskNames(): Readonly<Record<string, string>> {
  const t = useMessages(words);
  return {
    backup: t.backup,
    'backup-verification': t.verification,
    check: t.check,
    'snapshot-retention': t.retention,
  };
}

/** Minutes below two hours, hours below two days, else days; whole ones that have passed. */
function age(seconds: number, minute: string, hour: string, day: string): string {
  if (seconds < 2 * 3_600) return `${Math.floor(seconds / 60)}${minute}`;
  if (seconds < 48 * 3_600) return `${Math.floor(seconds / 3_600)}${hour}`;
  return `${Math.floor(seconds / 86_400)}${day}`;
}
