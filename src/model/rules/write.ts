import { draftOnly, type StageRules } from "./explanation.ts";

/** What is found while finished files are written. */
export const writeRules = {
  title: "Finished files",
  waive: draftOnly,
  rules: {
    "unprintable-picture": {
      why: "The picture holds something that would be dropped or fetched from elsewhere in print.",
      mend: "Draw it with plain shapes and text.",
    },
    "rgb-image": {
      why: "A press prints cyan, magenta, yellow and black; who converts a picture decides how it looks.",
      mend: "Separate it and save it as name.print.jpg beside it, or make it grey.",
    },
    "transparent-image": {
      why: "What shows through a picture is mixed anew by every press.",
      mend: "Put it on a ground, or save it so as name.print.png.",
    },
    "low-resolution": {
      why: "A picture with fewer dots than the press prints is soft and shows its steps.",
      mend: "Scan it anew, or print it smaller (width=…).",
    },
    "transparent-vector": {
      why: "Translucent marks and soft clips are mixed anew by every press.",
      mend: "Give the mark the solid colour of a token.",
    },
    "image-in-vector": {
      why: "Pixels inside an SVG hide their colours and their resolution.",
      mend: "Place them as a picture of their own.",
    },
    "thin-line": {
      why: "A line thinner than the press can hold breaks or vanishes.",
      mend: "Draw it thicker, or print the picture larger (width=…).",
    },
    "colour-without-ink": {
      why: "A colour of the screen that no token names has no inks; a guess would print another.",
      mend: "Use the rgb of a token, or add one with its cmyk to style.yaml.",
    },
    "too-many-columns": {
      why: "Word does not open tables with more columns than 63.",
      mend: "Divide the table, or turn its rows into columns.",
    },
  },
} satisfies StageRules;
