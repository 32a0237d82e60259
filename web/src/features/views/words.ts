import { defineMessages } from '@/lib/i18n/messages';

/** What is said of views that are kept under a name. */
export const words = defineMessages({
  ko: {
    views: '저장한 보기',
    pinned: '고정한 보기',
    none: '저장한 보기가 없습니다. 필터와 정렬을 맞춘 화면에 이름을 붙여 저장하세요.',
    keep: '지금 화면 저장',
    name: '이름',
    save: '저장',
    pin: (name: string) => `${name} 메뉴에 고정`,
    unpin: (name: string) => `${name} 고정 풀기`,
    remove: (name: string) => `${name} 지우기`,
    removed: (name: string) => `‘${name}’ 보기를 지웠습니다`,
    saved: (name: string) => `‘${name}’ 보기를 저장했습니다`,
    refused: '보기를 저장하지 못했습니다. 잠시 후 다시 시도하세요.',
    full: '보기는 50개까지 저장합니다. 쓰지 않는 것을 지우세요.',
  },
  en: {
    views: 'Saved views',
    pinned: 'Pinned views',
    none: 'No saved views. Set filters and sorting, then save the page under a name.',
    keep: 'Save this view',
    name: 'Name',
    save: 'Save',
    pin: (name: string) => `Pin ${name} to the menu`,
    unpin: (name: string) => `Unpin ${name}`,
    remove: (name: string) => `Delete ${name}`,
    removed: (name: string) => `Deleted the view ${name}`,
    saved: (name: string) => `Saved the view ${name}`,
    refused: 'The view could not be saved. Try again in a moment.',
    full: 'You can save up to 50 views. Delete one that you do not use.',
  },
});
