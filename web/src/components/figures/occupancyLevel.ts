import { reaches } from '@/lib/numbers';

/** How full a house is, in the five steps that the design colours: under 40, 55, 70, 85 per cent, and above. */
export type OccupancyLevel = 1 | 2 | 3 | 4 | 5;

/** The step of an occupancy, by whole per cents as cells show them: what is written as 55 is coloured as 55. */
export function occupancyLevel(occupancy: number): OccupancyLevel {
  const above = [0.4, 0.55, 0.7, 0.85].filter((limit) => reaches(occupancy, limit, 0)).length;
  return (above + 1) as OccupancyLevel;
}
