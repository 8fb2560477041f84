export { type LaidOut, layOut } from "./lay-out.ts";
export type { Settings } from "./part-setting.ts";
export { checkImages } from "./press/pictures.ts";
export { checkForPress, printedLabels, renderPress } from "./press/render-press.ts";
export { render } from "./screen/render.ts";
