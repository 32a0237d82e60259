import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** The product's sources without their comments, by path below `src`. The catalogue's words are among them. */
const sources = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /(?<!\.test|\.test-data)\.tsx?$/.test(file) && !file.startsWith('test/'))
    .map((file) => [file, withoutComments(readFileSync(path.join('src', file), 'utf8'))]),
);

function withoutComments(text: string): string {
  return text.replace(/(?<=^|[\s{(])(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm, '');
}

/** Words that were replaced, what is said now, and why. A pattern leaves ordinary verbs of sentences alone. */
const replaced: readonly (readonly [pattern: RegExp, now: string, why: string])[] = [
  [/진단/, '검사 결과', 'is what physicians make'],
  [/(?<![가-힣])올리기/, '업로드', 'one word for one act'],
  [/내보내기/, '내려받기', 'one word for one act'],
  [/멈춤|멈추기|멈춘/, '일시 중지, 중지', 'what stopped by a person or by itself is told alike everywhere'],
  [/보내는 중|차례를 기다림|보내기 완료/, '전송 중, 대기 중, 전송 완료', 'states are nouns'],
  [/읽지 못함/, '읽기 실패', 'states are nouns'],
  [/(?<![가-힣])(?:고치기|빼기|고르기|다시 하기)/, '수정, 제거, 선택, 다시 실행', 'buttons are nouns'],
  [/그 전주|그 앞 /, '전주, 직전', 'the week before has one name'],
  [/앞 7일|한 주 앞/, '향후 7일, 이전 주', '앞 is before and ahead'],
  [/공연한 회차 없음/, '개막 전', 'is what the trade says'],
  [/(?<!보다 )낮음|낮은 회차(?!를)|낮은 점유율/, '저조, 예매 저조 회차', 'is what box offices say'],
  [/손익 예상|주간 손익/, '예상 손익', 'a forecast says that it is one'],
  [/손익분기점?[을를] 넘을/, '손익분기 달성 전망', 'one phrase for one thing'],
  [/못 미침|모두 넘(?:겼|을)/, '미달, 모두 달성', 'one phrase for one thing'],
  [/남은 좌석|남을 좌석|팔림/, '잔여석, 판매', 'words of the trade'],
  [/보이는 자료/, '현재 자료', 'what is shown has one name'],
  [/로그인이 끝|로그인 끝내기/, '로그인이 만료되었습니다, 로그아웃', 'a login does not end, it expires'],
  [/가장 많은 (?:달|때)/, '최고 매출 월, 최고 매출 기간', 'says of what'],
  [/아직 모(?:름|릅)/, '집계 전', 'says why'],
  [/공연 주별/, '공연 주차별', 'weeks of a run are numbered'],
  [
    /(?<![가-힣])나누기|지난 공연 곡선|따를 공연|곱할 비율/,
    '배분, 지난 공연 판매 추이, 참고 공연, 적용 비율',
    'nouns',
  ],
  [/끝난 것으로|진행 중으로(?! 변경)|신청 지우기/, '종료로 변경, 진행 중으로 변경, 가입 거절', 'nouns'],
  [/바뀐 때|만든 때|(?:목표|상태) 바뀜/, '수정 일시, 등록 일시, 변경', 'heads of columns are nouns'],
  [/그리지 못했|다시 열기/, '표시하지 못했습니다, 새로고침', 'says what can be done'],
  [/(?:찾는|조건에 맞는) 것이 없/, '검색 결과가 없습니다', 'one phrase for one thing'],
];

/** English words that were replaced, and what is said now. */
const replacedInEnglish: readonly (readonly [pattern: RegExp, now: string])[] = [
  [/\b[Ss]omebody\b/, 'someone'],
  [/\ba yes\b/, 'approval'],
  [/\b[Pp]resent (?:password|state|figures)\b/, 'current'],
  [/\b[Aa]s likely as not\b/, 'even odds'],
  [/\b[Ss]econd factor\b/, 'two-factor authentication'],
  [/\b[Rr]ests on\b|\bby (?:itself|themselves)\b/, 'based on, automatically'],
  [/\bis no amount\b/, 'is not an amount'],
  [/\bmay (?:not do|do|see|sign in)\b/, 'can, have permission'],
  [/\bPress (?:a|an) /, 'Select'],
  [/\bdue target\b/i, 'target to date'],
  [/\bData of \b/, 'Data as of'],
  [/\b[Aa]gainst (?:the|last|what|that)\b/, 'vs.'],
];

/** The texts of a file that are in English, in quotation marks. */
function englishTexts(file: string, text: string): string[] {
  const found: string[] = [];
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const visit = (node: ts.Node, inEnglish: boolean) => {
    const english = inEnglish || (ts.isPropertyAssignment(node) && node.name.getText(tree) === 'en');
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (english && isText) found.push(node.text);
    ts.forEachChild(node, (child) => visit(child, english));
  };
  visit(tree, false);
  return found;
}

/** The keys of what a file gives to `defineMessages`, by their Korean words. */
function keysIn(file: string, text: string): string[] {
  const keys: string[] = [];
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const entries = (node: ts.Node | undefined) =>
    node !== undefined && ts.isObjectLiteralExpression(node)
      ? node.properties.filter(ts.isPropertyAssignment)
      : [];
  const name = (entry: ts.PropertyAssignment) => entry.name.getText(tree).replaceAll("'", '');
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && node.expression.getText(tree) === 'defineMessages') {
      const korean = entries(node.arguments[0]).find((entry) => name(entry) === 'ko');
      keys.push(...entries(korean?.initializer).map(name));
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return keys;
}

/** The files that a file imports from. */
function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(/from '((?:@\/|\.)[^']*)'/g)].flatMap(([, from = '']) => {
    const target = from.startsWith('@/') ? from.slice(2) : path.posix.join(path.posix.dirname(file), from);
    return [`${target}.ts`, `${target}.tsx`];
  });
}

/** Tells whether a word is said by the files that read it, or by what they hand their words to. */
function saying(files: readonly string[], quoted: ReadonlySet<string>): (key: string) => boolean {
  const text = files.map((file) => sources.get(file) ?? '').join('\n');
  const helpers = new Set(files.flatMap((file) => importsOf(file, sources.get(file) ?? '')));
  const handed = [...helpers].map((file) => sources.get(file) ?? '').join('\n');
  const names = [...text.matchAll(/(?:const|let) (\w+)[^=\n]*= useMessages\(/g)].map(([, name]) => name);
  const dictionary = `(?:\\b(?:${['t', 'ko', 'en', ...names].join('|')})|useMessages\\(\\w+\\))`;
  const said = new Set([
    ...[...text.matchAll(new RegExp(`${dictionary}\\.(\\w+)`, 'g'))].map(([, key]) => key),
    ...[...text.matchAll(/\{([^{}]*)\} = useMessages/g)].flatMap(([, keys = '']) => keys.match(/\w+/g) ?? []),
    ...[...handed.matchAll(/readonly (\w+): (?:string|\()/g)].map(([, key]) => key),
  ]);
  // A word that is chosen by a value is said where the value is written somewhere, and any by what the server answers.
  const isChosen = new RegExp(`${dictionary}\\[[a-z]`).test(text);
  const isAnswered = text.includes('Record<string, string>> = useMessages(');
  const composed = [...text.matchAll(new RegExp(`${dictionary}\\[\`([^\`]*)\`\\]`, 'g'))].map(
    ([, template = '']) => new RegExp(`^${template.replace(/\$\{[^}]*\}/g, '\\w+')}$`),
  );
  return (key) =>
    said.has(key) ||
    isAnswered ||
    (isChosen && quoted.has(key)) ||
    composed.some((pattern) => pattern.test(key));
}

describe('the words', () => {
  it('are those that replaced others', () => {
    const found = [...sources].flatMap(([file, text]) =>
      text
        .split('\n')
        .filter((line) => /[가-힣]/.test(line))
        .flatMap((line) =>
          replaced
            .filter(([pattern]) => pattern.test(line))
            .map(([, now, why]) => `${file}: ${line.trim()} → ${now}: ${why}`),
        ),
    );
    expect(found).toEqual([]);
  });

  it('are those that replaced others in English', () => {
    const found = [...sources]
      .filter(([file]) => !file.includes('/generated/'))
      .flatMap(([file, text]) =>
        englishTexts(file, text).flatMap((said) =>
          replacedInEnglish
            .filter(([pattern]) => pattern.test(said))
            .map(([, now]) => `${file}: ${said} → ${now}`),
        ),
      );
    expect(found).toEqual([]);
  });

  it('are all said by somebody', () => {
    const quoted = new Set(
      [...sources.values()].flatMap((text) => text.match(/(?<=['"])[\w.-]+(?=['"])/g) ?? []),
    );
    const readers = new Map<string, string[]>();
    for (const [file, text] of sources)
      for (const from of importsOf(file, text)) readers.set(from, [...(readers.get(from) ?? []), file]);

    const unused = [...sources]
      .filter(([, text]) => text.includes('defineMessages({'))
      .flatMap(([file, text]) => {
        const reading = [file, ...(readers.get(file) ?? [])];
        const isSaid = saying(reading, quoted);
        return keysIn(file, text)
          .filter((key) => !isSaid(key))
          .map((key) => `${file}: ${key}`);
      });
    expect(unused).toEqual([]);
  });
});
