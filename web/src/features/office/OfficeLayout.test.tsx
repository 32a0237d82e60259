import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { accountOf, renderApp, signedIn } from '@/test/app';
import { OfficeLayout } from './OfficeLayout';

describe('the frame of the office', () => {
  const member = accountOf({ role: 'member', canManageProductions: true });

  it('shows nothing of a list to somebody who may not see it', () => {
    signedIn(member);
    renderApp(<OfficeLayout>목록</OfficeLayout>, '/office/users', { account: member });
    expect(screen.getByText('이 작업은 관리자만 할 수 있습니다.')).toBeVisible();
    expect(screen.queryByText('목록')).not.toBeInTheDocument();
  });

  it('shows what one may see', () => {
    signedIn(member);
    renderApp(<OfficeLayout>목록</OfficeLayout>, '/office/productions', { account: member });
    expect(screen.getByText('목록')).toBeVisible();
  });
});
