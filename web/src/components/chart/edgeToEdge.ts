/** A category axis whose line begins and ends at the edges. The last label stays within. */
export const edgeToEdge = {
  type: 'category',
  boundaryGap: false,
  axisLabel: { hideOverlap: true, alignMaxLabel: 'right' },
} as const;
