import { beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import { findingsOf } from "./publication.ts";

/**
 * Sentences that contradict their figures, and ordinary ones that must not alarm. All sentences of a language are one small
 * publication; a finding belongs to the sentence in whose line it stands.
 */

const figures = `
  cases: { value: 23580, unit: case, growth: 3.97 }
  closed: { value: 23510, unit: case, growth: 6.28 }
  fallen: { value: 400, unit: case, growth: -12.5 }
  level: { value: 500, unit: case, growth: 0 }
  small: { value: 3, unit: case }
  lost: { value: 120, unit: case, prior: 150 }
  filed: { value: 173600, unit: application, step: 100, growth: 15.54 }
  loot: { value: 6800000000, unit: CNY, step: 100000000, approx: more-than }
  costs: { value: 13580000, unit: CNY, step: 10000 }
  tested: { value: 1000, unit: application, approx: exceeded }
  people: { value: 300, unit: person, approx: nearly }
  banks: { value: 50, unit: bank, approx: about }
  fair: { value: 349, unit: person_time }
  experts: { value: 22, unit: person }
  rate: { value: 53.54, unit: patent_per_10k_residents, rank: 2 }
  best: { value: 10, unit: case, rank: 1 }
  forum: { value: 16, unit: edition }
  fresh: { value: 13, unit: station }
  stations: { value: 37, unit: station }
  saved: { value: 66, unit: percent }
`;

type Wrong = readonly [sentence: string, ...rules: string[]];

const wrong: Readonly<Record<string, readonly Wrong[]>> = {
  zh: [
    // Typed: digits of any width, characters, ordinals, shares, approximate counts, dates.
    ["受理23580件。", "typed-numeral"],
    ["受理２３５８０件。", "typed-numeral"],
    ["受理二万三千五百八十件。", "typed-numeral"],
    ["新设三家机构。", "typed-numeral"],
    ["聘请二十二名专家。", "typed-numeral"],
    ["入选第三批名单。", "typed-numeral"],
    ["首次发布白皮书。", "typed-numeral"],
    ["增长百分之十五。", "typed-numeral"],
    ["份额达三成。", "typed-numeral"],
    ["三分之二的案件已审结。", "typed-numeral"],
    ["三百余家企业参加。", "typed-numeral"],
    ["在五个省市试点。", "typed-numeral"],
    ["二〇一九年发布。", "typed-numeral"],
    ["三省合作推进。", "typed-numeral"],
    ["受理案件（12）。", "typed-numeral"],
    ["受理案件{{cases}}，比去年翻番。", "typed-numeral"],
    ["半数案件已审结。", "typed-numeral"],
    ["每万人口拥有量{{rate}}，全国第一。", "typed-numeral"],
    // Directions.
    ["受理案件{{cases}}，同比下降{{cases.growth}}。", "direction-contradicts"],
    ['受理案件{{fallen}}，同比增长{{fallen.growth sign="said"}}。', "direction-contradicts"],
    ["同比减少{{cases.growth}}，受理案件{{cases}}。", "direction-contradicts"],
    ["案件上升到{{fallen}}。", "direction-contradicts"],
    ["案件由{{lost.prior}}增加到{{lost}}。", "direction-contradicts"],
    ["受理案件{{level}}，同比增长{{level.growth}}。", "direction-contradicts"],
    ['受理案件{{fallen}}，变化为{{fallen.growth sign="said"}}。', "sign-not-said"],
    ["受理案件{{fallen}}，同比下降{{fallen.growth}}。", "direction-contradicts"],
    // Lists.
    ["受理案件{{cases}}、审结{{closed}}，同比分别增长{{cases.growth}}。", "respectively-unequal", "part-of-another"],
    [
      "浦东、黄浦、徐汇法院分别受理{{cases}}、{{closed}}和{{small}}，同比分别增长{{cases.growth}}和{{closed.growth}}。",
      "respectively-unequal",
    ],
    ["受理案件{{cases}}，审结{{closed}}，同比分别增长{{closed.growth}}和{{cases.growth}}。", "part-of-another"],
    ["受理案件{{cases}}，同比增长{{closed.growth}}。", "part-of-another"],
    // Approximations.
    ['涉案总值{{loot approx="said"}}。', "approximation-not-said"],
    ['涉案总值近{{loot approx="said"}}。', "approximation-contradicts"],
    ["涉案总值超过{{loot}}。", "approximation-contradicts"],
    ["受理案件超过{{cases}}。", "approximation-contradicts"],
    ["受理案件近{{cases}}。", "approximation-contradicts"],
    ["受理案件{{cases}}左右。", "approximation-contradicts"],
    ["受理案件突破{{cases}}。", "approximation-contradicts"],
    ['受理案件{{cases counter=""}}余件。', "approximation-contradicts"],
    ['受理案件{{cases counter=""}}多件。', "approximation-contradicts"],
    ['参会者{{people approx="said"}}。', "approximation-not-said"],
    ['参会者超过{{people approx="said"}}。', "approximation-contradicts"],
    ["总量达到{{tested}}。", "approximation-not-said"],
    // What is counted.
    ['派员{{fair counter=""}}名进驻展会。', "wrong-counter"],
    ['派员{{fair counter=""}}人进驻。', "wrong-counter"],
    ['聘请专家{{experts counter=""}}家。', "wrong-counter"],
    // Ranks.
    ["排名全国首位，每万人口拥有量{{rate}}。", "rank-contradicts"],
    ["每万人口拥有量{{rate}}为全国最高。", "rank-contradicts"],
  ],
  en: [
    ["The courts accepted 23,580 cases.", "typed-numeral"],
    ["The courts accepted twenty-three cases.", "typed-numeral"],
    ["Twenty-two experts were appointed.", "typed-numeral"],
    ["The number of cases doubled.", "typed-numeral"],
    ["The third batch was published.", "typed-numeral"],
    ["The 21st award was granted.", "typed-numeral"],
    ["It was published for the first time.", "typed-numeral"],
    ["A dozen companies took part.", "typed-numeral"],
    ["It concluded cases (3).", "typed-numeral"],
    ["Half of the cases were closed.", "typed-numeral"],
    ["It covers 3 million people.", "typed-numeral"],
    ["It holds {{rate}} patents and ranked first.", "typed-numeral"],
    ["Cases were down by {{cases.growth}}.", "direction-contradicts"],
    ['Cases rose by {{fallen.growth sign="said"}}.', "direction-contradicts"],
    ["Criminal cases rose to {{fallen}}.", "direction-contradicts"],
    ["Withdrawals grew from {{lost.prior}} to {{lost}}.", "direction-contradicts"],
    ["{{level}} cases were accepted, an increase of {{level.growth}}.", "direction-contradicts"],
    ['The change of {{fallen}} cases was {{fallen.growth sign="said"}}.', "sign-not-said"],
    [
      "They accepted {{cases}} and concluded {{closed}}, up by {{cases.growth}} respectively.",
      "respectively-unequal",
      "part-of-another",
    ],
    [
      "They accepted {{cases}} and concluded {{closed}}, up by {{closed.growth}} and {{cases.growth}} respectively.",
      "part-of-another",
    ],
    ["They accepted {{cases}}, up by {{closed.growth}}.", "part-of-another"],
    ['The value was {{loot approx="said"}}.', "approximation-not-said"],
    ['The value was nearly {{loot approx="said"}}.', "approximation-contradicts"],
    ["The value was over {{loot}}.", "approximation-contradicts"],
    ["The courts accepted more than {{cases}} cases.", "approximation-contradicts"],
    ["Nearly {{cases}} cases were accepted.", "approximation-contradicts"],
    ["Cases exceeded {{cases}}.", "approximation-contradicts"],
    ['There were {{people approx="said"}} people.', "approximation-not-said"],
    ['More than {{people approx="said"}} people came.', "approximation-contradicts"],
    ["Pre-examinations amounted to {{tested}}.", "approximation-not-said"],
    ["The office dispatched {{fair}} officers.", "wrong-noun"],
    ["The office trained {{experts}} patents.", "wrong-noun"],
    ["Shanghai held {{rate}} patents, the highest in the nation.", "rank-contradicts"],
    ["The rate of {{rate}} was the nation's top.", "rank-contradicts"],
  ],
};

const ordinary: Readonly<Record<string, readonly string[]>> = {
  zh: [
    "全市法院受理案件{{cases}}，同比增长{{cases.growth}}。",
    "全市法院受理案件{{cases}}、审结{{closed}}，同比分别增长{{cases.growth}}和{{closed.growth}}。",
    "受理案件{{cases}}（同比增长{{cases.growth}}），审结{{closed}}（同比增长{{closed.growth}}）。",
    '受理案件比上年减少{{fallen.growth sign="said"}}，为{{fallen}}。',
    '民事案件{{cases}}，同比增长{{cases.growth}}，刑事案件{{fallen}}，同比下降{{fallen.growth sign="said"}}。',
    '案件{{cases}}，增幅为{{cases.growth}}；降幅最大的是刑事案件，为{{fallen.growth sign="said"}}。',
    '专利申请{{filed}}，同比增长{{filed.growth}}，而刑事案件下降{{fallen.growth sign="said"}}。',
    "受理案件{{level}}，与上年持平。",
    "民事案件增长率为{{cases.growth}}，刑事案件增速为{{fallen.growth}}。",
    "案件数由{{lost.prior}}下降到{{lost}}。",
    "近年来，知识产权案件逐年上升，{{cases}}案件均已受理。",
    "进一步降低维权成本，提高审判质量，受理案件{{cases}}，同比增长{{cases.growth}}。",
    "下降的主要原因是疫情；增长{{cases.growth}}的主要是民事案件。",
    "同比增速超过全国平均水平，达{{cases.growth}}。",
    "涉案总值{{loot}}。",
    "专利预审总量突破{{tested}}，取得突破性进展。",
    '参会者近{{people approx="said"}}。',
    '合作银行约{{banks approx="said"}}。',
    "接近尾声的专项行动查处{{small}}，约谈负责人{{experts}}。",
    "上海签约{{small}}，节约成本{{costs}}，其中{{cases}}多为著作权案件。",
    '派员{{fair}}进驻展会，聘请专家{{experts counter="名"}}。',
    "每万人口发明专利拥有量{{rate}}，排名全国{{rate.rank}}，最高的是北京。",
    "{{best}}为全国最多，居全国首位，排名{{best.rank}}。",
    "成功举办{{forum}}论坛，审批时限减少{{saved}}。",
    "新建指导站{{fresh}}，指导站总数达{{stations}}。",
    "一方面加强保护，另一方面每一家机构都三位一体，服务千家万户，走上第一线。",
    "一是统一标准，二是进一步优化流程，形成一批可复制的经验。",
    "加强统一领导，一体推进，一批企业入选，打造国际一流营商环境。",
    "推动第三方机构发展，建立一站式平台，第一时间响应企业需求。",
    "双方签署协议，两地共同推进，三方合作，市、区两级机构改革完成。",
    "首创“一业一证”改革，一网通办，一窗受理。",
    "万众创新，千方百计，百花齐放，四面八方。",
    "经过几十年的发展，最近一年来成效显著，上半年更为突出。",
    "知识产权保护是一项系统工程，组建一支专业队伍，一次性告知。",
    "万一发生纠纷，当事人可一并申请调解。",
    "（二）加强保护；（十二）优化服务：①完善制度，②培养人才。",
    "其中一审案件{{cases}}，二审案件{{closed}}。",
    "最高人民法院、最高人民检察院发布典型案例，最大限度减少损失，查处{{small}}。",
  ],
  en: [
    "In {{period}}, the courts accepted {{cases}} cases, up by {{cases.growth}} year on year.",
    "They accepted {{cases}} and concluded {{closed}} cases, up by {{cases.growth}} and {{closed.growth}} respectively.",
    'Criminal cases fell by {{fallen.growth sign="said"}} to {{fallen}}.',
    'Criminal cases dropped to {{fallen}}, down by {{fallen.growth sign="said"}}.',
    'It saw {{cases}} cases, an increase of {{cases.growth}}; of these, {{fallen}} were criminal cases, a decrease of {{fallen.growth sign="said"}}.',
    'Patent filings reached {{filed}}, up by {{filed.growth}}, while criminal cases went down by {{fallen.growth sign="said"}}.',
    "The number of cases remained unchanged at {{level}}.",
    "The growth rate was {{cases.growth}} for civil and {{fallen.growth}} for criminal cases.",
    "A total of {{lost}} cases were withdrawn, down from {{lost.prior}} the year before.",
    "The number of withdrawn cases fell from {{lost.prior}} to {{lost}}.",
    "Thanks to a decrease in costs, filings rose by {{filed.growth}}.",
    "Against the background of rising demand, {{closed}} cases were concluded.",
    "The office lowered fees for {{experts}} experts and reduced the burden on companies.",
    "The office set up a new centre and drew up a plan, which covers {{cases}} cases.",
    "At one and the same time, courts of first instance heard one after another.",
    "Following up on complaints and cracking down on piracy, the office handled {{small}} cases.",
    "The value involved was {{loot}}.",
    "Pre-examinations exceeded {{tested}}.",
    'Nearly {{people approx="said"}} people took part, and about {{banks approx="said"}} banks signed the agreement.',
    "Over the past year, the office handled {{cases}} cases.",
    "More than ever, companies rely on {{cases}} cases as precedents.",
    "The office counted {{fair}} attendances at exhibitions.",
    '{{experts form="words" case="sentence"}} experts were appointed, and officials met them.',
    'Shanghai held {{rate}} patents per 10,000 residents, the {{rate.rank form="words"}} highest in the nation.',
    "The leading role of the courts was strengthened in {{small}} cases, and top officials met {{experts}} experts.",
    "The {{forum}} forum was held, and approval time was shortened by {{saved}}.",
    "One of the most important tasks is to strengthen protection.",
    "First of all, the office improved its services; secondly, it trained its staff.",
    "On the one hand, more cases were accepted; on the other hand, they were closed faster.",
    "A one-stop service platform was set up, and a third-party assessment was carried out.",
    "The office took a zero-tolerance approach in the first half of the year.",
    "The second-hand market and the twenty-first century.",
    "The two parties signed an agreement on both sides.",
    "(1) The office strengthened protection; (2) it improved its services.",
  ],
};

/** The sentences as paragraphs, each in a line of its own: the first in line 1, the second in line 3. */
const prose = (sentences: readonly string[]): string => `${sentences.join("\n\n")}\n`;
const lineOf = (index: number): number => 2 * index + 1;

/** The rules found in each sentence, in order and once each. */
const rulesByLine = async (
  lang: string,
  sentences: readonly string[],
): Promise<ReadonlyMap<number, readonly string[]>> => {
  const found = await findingsOf({ figures, prose: { [lang]: prose(sentences) } });
  const lines = new Map<number, string[]>();
  const inProse = ({ place, rule }: Finding): boolean =>
    place?.file === `templates/2019/${lang}/01-text.md.hbs` && rule !== "unused-figure";
  for (const { place, rule } of found.filter(inProse)) {
    const rules = lines.get(place?.line ?? 0) ?? [];
    lines.set(place?.line ?? 0, rules);
    if (!rules.includes(rule)) rules.push(rule);
  }
  return lines;
};

describe.each(["zh", "en"])("%s", (lang) => {
  let contradicting: ReadonlyMap<number, readonly string[]>;
  let plain: ReadonlyMap<number, readonly string[]>;
  beforeAll(async () => {
    contradicting = await rulesByLine(
      lang,
      (wrong[lang] ?? []).map(([sentence]) => sentence),
    );
    plain = await rulesByLine(lang, ordinary[lang] ?? []);
  });

  it.each((wrong[lang] ?? []).map(([sentence, ...rules], index) => ({ sentence, rules, index })))(
    "finds $rules in $sentence",
    ({ rules, index }) => {
      expect([...(contradicting.get(lineOf(index)) ?? [])].sort()).toEqual([...rules].sort());
    },
  );

  it.each((ordinary[lang] ?? []).map((sentence, index) => ({ sentence, index })))(
    "finds nothing in $sentence",
    ({ index }) => {
      expect(plain.get(lineOf(index)) ?? []).toEqual([]);
    },
  );
});
