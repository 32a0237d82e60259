/** How full a house is, in the five steps that the design colours: under 40, 55, 70, 85 per cent, and above. */
export type OccupancyLevel = 1 | 2 | 3 | 4 | 5;

/** The step of an occupancy. */
export function occupancyLevel(occupancy: number): OccupancyLevel {
  if (occupancy < 0.4) return 1;
  if (occupancy < 0.55) return 2;
  if (occupancy < 0.7) return 3;
  return occupancy < 0.85 ? 4 : 5;
}
