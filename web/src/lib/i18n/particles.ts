/** Particles behind a text that is put into a Korean sentence. */
import { josa } from 'es-hangul';

/** A pair of particles: behind a consonant, behind a vowel. */
type Particles = '은/는' | '이/가' | '을/를' | '으로/로';

/** Digits that are read with a consonant at the end: 영, 일, 삼, 육, 칠, 팔. */
const closed = '013678';
/** Those of them that do not end with ㄹ, as 일, 칠 and 팔 do. */
const closedNotByRieul = '036';

/**
 * A text with the particle that follows it by its last sound, also behind a quotation mark. Letters of other
 * alphabets are read by each person in another way: those get both, as in `Slack을(를)` and `Slack(으)로`.
 */
export function withParticle(text: string, particles: Particles, shown = text): string {
  const [behindConsonant = '', behindVowel = ''] = particles.split('/');
  const last = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(text)?.[0] ?? '';
  if (/[가-힣]/.test(last)) return shown + josa.pick(last, particles);
  // Behind ㄹ it is 로, as behind a vowel.
  const closing = particles === '으로/로' ? closedNotByRieul : closed;
  if (/\d/.test(last)) return shown + (closing.includes(last) ? behindConsonant : behindVowel);
  return shown + (particles === '으로/로' ? '(으)로' : `${behindConsonant}(${behindVowel})`);
}
