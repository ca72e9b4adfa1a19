/** What is typed into a 案源登记表 of the sample; the rest of it is carried over. */
export const sourceValues = {
  sourceType: '巡查',
  receivedAt: '2026-03-02T09:20',
  facts: '巡查发现该单位安排职工加班。',
  within2Years: '是',
  jurisdiction: '是',
  handling: '立案',
  reason: '属于劳动保障监察范围。',
  registrar: '李敏',
};

/** The same with so much to say that it prints on two pages: sheets have an order. */
export const sourceOfTwoPages = {
  ...sourceValues,
  facts: '巡查发现该单位安排职工加班，每月加班超过三十六小时，没有支付加班工资。'.repeat(25),
};
