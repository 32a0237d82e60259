import { defineMessages } from '@/lib/i18n/messages';
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
    verification: 'Trial restore',
    check: 'Check of originals',
    retention: 'Old snapshots',
    none: 'There is no backup. See in the schedules whether backups are on; fullhouse backup makes one now.',
    failed: (task: string, when: string) => `${task}: not done on ${when}`,
    newest: 'Last backup',
    age: (seconds: number) => `${age(seconds, ' min', ' h', ' d')} ago`,
    noBackup: 'none yet',
    late: 'a night was missed',
    size: 'Size of the backup',
    originals: (count: string) => `${count} original files`,
    encrypted: 'encrypted',
    open: 'not encrypted',
    verified: 'Last trial restore',
    neverVerified: 'not tried yet',
    restored: 'restored, rows and reports compared',
    filesOnly: 'files only, as the server has no key',
    checked: 'Original files',
    neverChecked: 'not checked yet',
    whole: 'All whole',
    broken: (missing: number, damaged: number) => `${missing} missing · ${damaged} damaged`,
    wholeCount: (whole: string, when: string) => `${whole} whole · ${when}`,
    orphaned: (files: number) => `${counted(files, 'file')} of no upload, which do no harm`,
  },
});

/** Minutes below two hours, hours below two days, else days; whole ones that have passed. */
function age(seconds: number, minute: string, hour: string, day: string): string {
  if (seconds < 2 * 3_600) return `${Math.floor(seconds / 60)}${minute}`;
  if (seconds < 48 * 3_600) return `${Math.floor(seconds / 3_600)}${hour}`;
  return `${Math.floor(seconds / 86_400)}${day}`;
}
