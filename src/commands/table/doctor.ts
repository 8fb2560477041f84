import { command, issueWord } from "../command.ts";

export const doctorCommand = command({
  name: "doctor",
  description: "Show versions, languages and fonts, and what is missing",
  examples: [[""], ["2019 --format json"]],
  words: issueWord,
  run: async ({ format, ...call }) => {
    const { doctor, doctorText } = await import("../doctor.ts");
    const diagnosis = await doctor(call);
    return { findings: diagnosis.findings, text: doctorText(diagnosis, format) };
  },
});
