import { useOngoing } from '@/lib/ongoing';

/** Draws what goes on whatever page is looked at. Belongs once around all pages, inside of the account. */
export function Ongoing() {
  return useOngoing().map((Part, place) => <Part key={place} />);
}
