/**
 * A chart as a picture that stands alone: in light colours on white, with its title, the days that it tells of, and the
 * key of its signs, at twice the size of the screen. Loaded when somebody asks for one.
 */
import type { EChartsOption } from 'echarts';
import { use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { color, fontFamily } from '@/lib/theme/tokens';
import type { Palette } from '@/lib/theme/tokens';
import { init } from './echarts';
import { pictureWidth, signsOf } from './pictureSigns';
import type { PictureSign } from './pictureSigns';

register([CanvasRenderer]);

/** What a picture shows. */
export interface Picture {
  readonly title: string;
  /** Below the title: period, record date. */
  readonly notes: readonly string[];
  readonly option: (colors: Palette) => EChartsOption;
  /** Of the chart, in px. */
  readonly height: number;
  /** The part of the x axis that is seen, in per cent. */
  readonly zoom?: { readonly start: number; readonly end: number } | undefined;
}

const margin = 28;
const width = pictureWidth + 2 * margin;
const pixelRatio = 2;
const colors = color.light;

/** How the parts stand below each other, in px. */
const titleLine = 28;
const noteLine = 22;
const keyLine = 24;
const foot = 26;

const font = (weight: number, size: number) => `${weight} ${size}px ${fontFamily}`;

/** Where each sign of the key stands: beside each other, in as many lines as they need. */
function placed(context: CanvasRenderingContext2D, signs: readonly PictureSign[]) {
  let [x, line] = [0, 0];
  return signs.map((sign) => {
    const own = 26 + context.measureText(sign.name).width;
    if (x > 0 && x + own > pictureWidth) [x, line] = [0, line + 1];
    const place = { sign, x: margin + x, line };
    x += own + 18;
    return place;
  });
}

function drawSign(
  context: CanvasRenderingContext2D,
  { look, color: ink, opacity }: PictureSign,
  x: number,
  y: number,
) {
  context.save();
  context.globalAlpha = opacity;
  if (look === 'block') {
    context.fillStyle = ink;
    context.beginPath();
    context.roundRect(x + 4, y - 5, 10, 10, 2);
    context.fill();
  } else {
    context.strokeStyle = ink;
    context.lineWidth = 2;
    context.setLineDash(look === 'dashes' ? [5, 3] : []);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + 18, y);
    context.stroke();
  }
  context.restore();
}

/** The chart alone, drawn beside the page. */
function chartCanvas({ option, height, zoom }: Picture): { canvas: HTMLCanvasElement; dispose: () => void } {
  const place = document.createElement('div');
  const chart = init(place, 'light', {
    renderer: 'canvas',
    width: pictureWidth,
    height,
    devicePixelRatio: pixelRatio,
  });
  // What is moved by hand on the page has no place in a picture; what it had come to stays.
  chart.setOption({
    ...option(colors),
    animation: false,
    ...(zoom === undefined
      ? { dataZoom: [] }
      : { dataZoom: [{ type: 'inside', filterMode: 'weakFilter', xAxisIndex: 'all', ...zoom }] }),
  });
  const canvas = chart.renderToCanvas({ pixelRatio, backgroundColor: colors.surface });
  return { canvas, dispose: () => chart.dispose() };
}

/** Draws the picture as a PNG. */
export async function pictureOf(picture: Picture): Promise<Blob> {
  const { title, notes, option, height } = picture;
  // The canvas takes letters only once they are there.
  await document.fonts.load(font(650, 18), title + notes.join(''));
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser draws no pictures');
  context.font = font(450, 12);
  const key = placed(context, signsOf(option(colors), colors));
  const keyLines = (key.at(-1)?.line ?? -1) + 1;
  const top = margin + titleLine + (notes.length > 0 ? noteLine : 0) + keyLines * keyLine + 6;
  canvas.width = width * pixelRatio;
  canvas.height = (top + height + foot + margin / 2) * pixelRatio;
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = colors.surface;
  context.fillRect(0, 0, width, canvas.height);
  context.textBaseline = 'middle';

  let y = margin + titleLine / 2 - 4;
  context.fillStyle = colors.text;
  context.font = font(650, 18);
  context.fillText(title, margin, y, pictureWidth);
  if (notes.length > 0) {
    y += titleLine / 2 + noteLine / 2;
    context.fillStyle = colors.text3;
    context.font = font(450, 13);
    context.fillText(notes.join(' · '), margin, y, pictureWidth);
  }
  y += (notes.length > 0 ? noteLine : titleLine) / 2 + keyLine / 2;
  context.font = font(450, 12);
  for (const { sign, x, line } of key) {
    drawSign(context, sign, x, y + line * keyLine);
    context.fillStyle = colors.text2;
    context.fillText(sign.name, x + 26, y + line * keyLine);
  }

  const chart = chartCanvas(picture);
  context.drawImage(chart.canvas, margin, top, pictureWidth, height);
  chart.dispose();

  context.fillStyle = colors.text3;
  context.font = font(600, 11);
  context.textAlign = 'right';
  context.fillText('Fullhouse', width - margin, top + height + foot / 2);
  return await new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture is empty')) : resolve(blob)),
      'image/png',
    );
  });
}
