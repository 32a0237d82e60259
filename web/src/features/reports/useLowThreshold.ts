import { standardLowThreshold as standard } from '@/lib/performances';
import { useParam } from '@/lib/urlState';

/** Below which occupancy a performance is low, as a ratio: `low` of the address in per cent, 40 unless chosen. */
export function useLowThreshold(): [number, (share: number) => void] {
  const [text, setText] = useParam('low');
  const value = /^\d{1,3}$/.test(text ?? '') ? Number(text) / 100 : standard;
  const share = value <= 1 ? value : standard;
  return [
    share,
    (next) => setText(next === standard ? null : String(Math.round(next * 100)), { replace: true }),
  ];
}
