import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { check } from "../../src/commands/check.ts";
import { placeText } from "../../src/model/place.ts";
import { type Project, smallProject } from "../project.ts";

/** Files that are torn, turned, linked elsewhere or in another encoding: each is one finding, and nothing follows from it. */

const english = "templates/2030/en/01-registry.md.hbs";
const chinese = "templates/2030/zh/01-registry.md.hbs";

let project: Project;
beforeAll(() => {
  project = smallProject();
});
afterEach(() => project.restore());
afterAll(() => project.remove());

const found = async (): Promise<readonly string[]> =>
  (await check({ root: project.root, issue: "2030", progress: () => {}, epoch: undefined })).map(
    ({ place, rule, message }) => `${place ? placeText(place) : "-"} ${rule}: ${message}`,
  );
const append = (file: string, text: string): void => project.write(file, `${project.read(file)}\n${text}\n`);

it("the untouched project has no findings", async () => expect(await found()).toEqual([]));

it("a byte that is no UTF-8 has its place, and its chapter is not missing as well", async () => {
  const bytes = Buffer.from(project.read(english));
  bytes[bytes.indexOf("applications")] = 0xff;
  project.write(english, bytes);
  expect(await found()).toEqual([`${english}:3:22 not-utf-8: ${english} is not UTF-8: the byte 0xFF stands here`]);
});

describe("what could not be read is not unknown too", () => {
  it("a picture that has to be turned", async () => {
    const rgb = readFileSync("test/images/rgb.jpg");
    // Exif with one entry: orientation 6.
    const exif = Buffer.from("4578696600004d4d002a00000008000101120003000000010006000000000000", "hex");
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
    project.write("templates/2030/images/quay.jpg", Buffer.concat([rgb.subarray(0, 2), segment, rgb.subarray(2)]));
    append(english, '::figure[A quay]{#quay image=quay alt="A quay"}');
    append(chinese, '::figure[码头]{#quay image=quay alt="码头"}');
    expect(await found()).toEqual([
      "templates/2030/images/quay.jpg:1:1 unreadable-image: the picture says that it has to be turned",
    ]);
  });

  it("a chart that does not parse", async () => {
    project.write("templates/2030/charts/bars.vl.json", '{ "mark": ');
    for (const file of [english, chinese]) append(file, "::figure[A chart]{#bars chart=bars}");
    const findings = await found();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^templates\/2030\/charts\/bars\.vl\.json:\d+:\d+ yaml-syntax/);
  });
});

it("what a press cannot print is found beside what else is wrong", async () => {
  project.write("templates/2030/images/quay.jpg", readFileSync("test/images/rgb.jpg"));
  append(english, '::figure[A quay]{#quay image=quay alt="A quay" width=6}\n\n{{nothing}}');
  append(chinese, '::figure[码头]{#quay image=quay alt="码头" width=6}');
  const rules = (await found()).map((one) => one.split(" ")[1]);
  expect(rules).toEqual(["rgb-image:", "unknown-figure:", "rgb-image:"]);
});

describe("links out of the project", () => {
  it.each(["fonts", "templates/2030/images"])("%s", async (folder) => {
    const whole = project;
    project = smallProject();
    project.link(folder, "/usr");
    expect(await found()).toEqual([`${folder}:1:1 outside-project: ${folder} is a link out of the project`]);
    project.remove();
    project = whole;
  });
});
