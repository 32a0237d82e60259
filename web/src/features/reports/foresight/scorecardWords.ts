import { defineMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';

/** As `counted`, of a count that is a text already. */
const numbered = (count: string, one: string) => `${count} ${count === '1' ? one : `${one}s`}`;

/** What the scorecard of forecasts says. */
export const words = defineMessages({
  ko: {
    quantity: '대상',
    none: '아직 채점할 예측이 없습니다. 예측해 둔 회차가 끝나면 여기에 보입니다.',
    reports: '보고서 목록',
    error: '예측 오차',
    errors: '며칠 전 예측의 오차',
    errorsCaption: '중앙값과 실제의 차이 ÷ 실제. 작을수록 좋습니다',
    ours: '예측',
    straight: '직선 예상',
    ahead: (days: number) => `${days}일 전`,
    of: (forecasts: string, productions: string) => `예측 ${forecasts}건 · 공연 ${productions}편`,
    coverage: '80% 구간에 든 비율',
    said: '80%라고 말했습니다',
    byProduction: '공연별 평균',
    scored: '채점한 예측',
    productions: (productions: string) => `공연 ${productions}편`,
    forecasts: (forecasts: string) => `예측 ${forecasts}건`,
    brier: '손익분기 Brier 점수',
    brierNote: '0%면 완벽, 25%면 동전 던지기',
    reliability: '말한 확률과 실현 비율',
    reliabilityCaption: '손익분기. 점선 위면 말한 것보다 자주 이루어졌습니다',
    told: '말한 확률',
    came: '실현 비율',
    alike: '같음',
    horizons: '며칠 전 예측의 성적',
    unreliableChip: '믿기 어려움',
    unreliable: (days: string) =>
      `${days} 예측의 80% 구간은 말한 것과 다르게 들어맞았습니다. 구간을 그대로 믿지 마세요.`,
  },
  en: {
    quantity: 'Forecast of',
    none: 'No forecasts to score yet. They appear here once the forecast performances are over.',
    reports: 'All reports',
    error: 'Forecast error',
    errors: 'Error by days ahead',
    errorsCaption: 'Gap between median and actual ÷ actual; lower is better',
    ours: 'Forecast',
    straight: 'Straight line',
    ahead: (days: number) => `${counted(days, 'day')} ahead`,
    of: (forecasts: string, productions: string) =>
      `${numbered(forecasts, 'forecast')} of ${numbered(productions, 'production')}`,
    coverage: 'Within the 80% interval',
    said: 'Stated: 80%',
    byProduction: 'average by production',
    scored: 'Forecasts scored',
    productions: (productions: string) => `of ${numbered(productions, 'production')}`,
    forecasts: (forecasts: string) => numbered(forecasts, 'forecast'),
    brier: 'Brier score of break-even',
    brierNote: '0% is perfect, 25% a coin toss',
    reliability: 'Predicted vs. actual',
    reliabilityCaption: 'Break-even; above the dashed line it happened more often than predicted',
    told: 'Predicted',
    came: 'Actual',
    alike: 'Equal',
    horizons: 'Scores by days ahead',
    unreliableChip: 'Unreliable',
    unreliable: (days: string) => `The 80% intervals of ${days} did not hold as stated. Do not rely on them.`,
  },
});
