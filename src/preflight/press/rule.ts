import type { Style } from "../../model/style.ts";
import type { Rule } from "../rule.ts";
import type { Survey, SurveyedPage } from "./survey.ts";

/** What a print file was seen to be, and what it was to be. */
export type Examined = Survey & { readonly style: Style };
export type PressRule = Rule<Examined>;

/** A rule that looks at each page by itself; `message` says what is wrong with one, or nothing. */
export const onPages =
  (message: (page: SurveyedPage, examined: Examined) => string | undefined): PressRule["breaches"] =>
  (examined) =>
    examined.pages.flatMap((surveyed) => {
      const text = message(surveyed, examined);
      return text === undefined ? [] : [{ message: `the page ${text}`, page: surveyed.page.number }];
    });
