/** A wrong number, seeded into one language of the printed edition; `from` stands there once. */
export type Fault = {
  readonly kind: string;
  readonly in: "zh" | "en";
  readonly from: string;
  readonly to: string;
};

const faults = (kind: string, list: readonly (readonly ["zh" | "en", string, string])[]): readonly Fault[] =>
  list.map(([side, from, to]) => ({ kind, in: side, from, to }));

export const seeded: readonly Fault[] = [
  ...faults("a digit changed", [
    ["zh", "专利申请量 17.36 万件", "专利申请量 17.86 万件"],
    ["en", "reached 173,600 and", "reached 178,600 and"],
    ["en", "up by 15.54% and", "up by 15.45% and"],
    ["zh", "8.79%", "8.97%"],
    ["en", "accepted total filings of 23,580", "accepted total filings of 23,850"],
    ["zh", "审结 23510 件", "审结 23570 件"],
    ["en", "292 patent infringement", "229 patent infringement"],
    ["zh", "派 员 349 人次", "派 员 394 人次"],
    ["en", "reached 53.54", "reached 53.34"],
    ["zh", "保费 165.79 万", "保费 165.97 万"],
    ["en", "4,416 students", "4,461 students"],
    ["en", "cracked 630 IP", "cracked 360 IP"],
    ["en", "13 new trademark", "18 new trademark"],
    ["zh", "下架违规产品 5623 个", "下架违规产品 5632 个"],
    ["en", "involving 959 suspects", "involving 995 suspects"],
  ]),
  ...faults("a digit lost or doubled", [
    ["en", "deleted 2,458 links", "deleted 258 links"],
    ["zh", "查获各类非法出版物1319件", "查获各类非法出版物13199件"],
    ["en", "1,150 criminal suspects", "11,500 criminal suspects"],
    ["zh", "共有 157 家企业", "共有 15 家企业"],
  ]),
  ...faults("万 and 亿 confused", [
    ["zh", "质押金额 13.58 亿元", "质押金额 13.58 万元"],
    ["zh", "商标申请量 43.88 万件", "商标申请量 43.88 亿件"],
    ["zh", "39.45 亿元收益资金", "39.45 万元收益资金"],
    ["zh", "案 值 1407 万元", "案 值 1407 亿元"],
    ["zh", "涉案商品733万件", "涉案商品733件"],
    ["zh", "1.7 万家次", "17 万家次"],
  ]),
  ...faults("million and billion confused", [
    ["en", "1.358 billion RMB", "1.358 million RMB"],
    ["en", "126 million RMB", "126 billion RMB"],
    ["en", "3.945 billion RMB", "39.45 billion RMB"],
    ["en", "totaling 3 million RMB", "totaling 3 billion RMB"],
    ["en", "550 million RMB", "55 million RMB"],
    ["en", "total value of 69.164 million RMB", "total value of 69,164 RMB"],
  ]),
  ...faults("a unit lost or changed", [
    ["en", "up by 28% year on year", "up by 28 year on year"],
    ["zh", "时限减少 66%", "时限减少 66"],
    ["en", "increase of 23.76%", "increase of 23.76"],
    ["en", "fine of 14.02 million RMB", "fine of 14.02 million US dollars"],
    ["zh", "共 300 万元", "共 300 万美元"],
  ]),
  ...faults("a sign or direction changed", [
    ["en", "up by 12.88% year on year", "down by 12.88% year on year"],
    ["zh", "作品版权登记数 29.18 万件,同比增长 11.53%", "作品版权登记数 29.18 万件,同比下降 11.53%"],
    ["en", "with a year-on-year increase of 7.31%", "with a year-on-year decrease of 7.31%"],
    ["zh", "28.13%", "-28.13%"],
  ]),
  ...faults("a number word changed", [
    ["en", "Twenty-two renowned experts", "Twenty-three renowned experts"],
    ["zh", "五个省市试点", "六个省市试点"],
    ["en", "specifying six key areas", "specifying five key areas"],
    ["en", "three times the profits", "four times the profits"],
    ["en", "Nine organizations", "Eight organizations"],
    ["en", "holding three workshops", "holding two workshops"],
    ["en", "eight model schools", "nine model schools"],
    ["en", "including two Golden", "including three Golden"],
    ["zh", "十二省市", "十一省市"],
    ["en", "five organizations to carry out pilot", "six organizations to carry out pilot"],
  ]),
  ...faults("an ordinal changed", [
    ["en", "members to the 6th", "members to the 5th"],
    ["zh", "第三十一届", "第三十届"],
    ["en", "The 16th Shanghai", "The 15th Shanghai"],
    ["zh", "第二十一届", "第二十二届"],
    ["en", "the fourth and fifth batches", "the third and fifth batches"],
    ["en", "nation's second highest", "nation's third highest"],
    ["zh", "第五届中国品牌", "第四届中国品牌"],
  ]),
  ...faults("a date changed", [
    ["en", "Congress's 2020 legislative", "Congress's 2021 legislative"],
    ["zh", "2019—2020 年", "2018—2020 年"],
    ["en", "from 2016 to 2019", "from 2015 to 2019"],
    ["zh", "截至 2019 年底", "截至 2017 年底"],
    ["zh", "办公室 2020 年 4 月", "办公室 2020 年 5 月"],
    ["en", "April, 2020", "April, 2021"],
  ]),
  ...faults("an approximation dropped or added", [
    ["en", "more than 6.8 billion RMB", "6.8 billion RMB"],
    ["zh", "获得授权 300 多件", "获得授权 300 件"],
    ["en", "more than 90 domestic", "nearly 90 domestic"],
    ["en", "registered 89 contracts", "registered more than 89 contracts"],
  ]),
  ...faults("a sentence dropped in one language", [
    ["en", "437 candidates from the Shanghai Exam Point passed the exam.", ""],
    ["zh", "持续推进实务人才培训,56人通过评审获得专利管理 工程师资格。", ""],
    ["en", "Copyright registrations", "Copyright registrations"],
  ]).filter(({ from, to }) => from !== to),
  ...faults("two figures swapped", [
    ["en", "up by 13.77% and 6.58%", "up by 6.58% and 13.77%"],
    ["zh", "保费 165.79 万\n\n元,保额 6916.4万元", "保费 6916.4 万\n\n元,保额 165.79万元"],
    ["zh", "专利申请量 17.36 万件,专利授权量 10.06 万件", "专利申请量 10.06 万件,专利授权量 17.36 万件"],
  ]),
];
