import type * as echarts from './echarts';

/** What charts are drawn with. */
export type ChartLibrary = typeof echarts;

let loaded: ChartLibrary | undefined;

/** The library, once some chart has loaded it: what is printed cannot wait. */
export function loadedLibrary(): ChartLibrary | undefined {
  return loaded;
}

/** Loads the library. */
export async function loadLibrary(): Promise<ChartLibrary> {
  loaded ??= await import('./echarts');
  return loaded;
}
