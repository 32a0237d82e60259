/** Above which occupancy each level of the scale begins; the first one holds what is lower. */
const steps = [0.4, 0.55, 0.7, 0.85];

/** The level of an occupancy on the scale of five colours `occ1` … `occ5`. */
export function occupancyLevel(occupancy: number): 1 | 2 | 3 | 4 | 5 {
  return (steps.filter((step) => occupancy >= step).length + 1) as 1 | 2 | 3 | 4 | 5;
}
