import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { ProblemText } from './ProblemText';

it.each([
  ['encrypted-workbook', /암호로 잠긴 파일입니다.*암호를 지우고/],
  ['not-a-list', /목록으로 읽을 수 없는 파일입니다/],
  ['validation', /입력한 내용을 확인하세요/],
])('a file refused as %s is told with what to do', (code, text) => {
  render(<ProblemText problem={new ApiProblem(422, { code })} />);
  expect(screen.getByText(text)).toBeInTheDocument();
});
