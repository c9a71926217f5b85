using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Facets;

/// <summary>What business conversations are about and how its values are written or said.</summary>
internal static class BusinessFacets
{
    private const string Numeral = @"(?:[0-9０-９][0-9０-９.,]*|[零〇一二两三四五六七八九十百千万亿点半]+)";
    private const string English = @"(?:[0-9][0-9.,]*|(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|a hundred|and)[ -]?)+)";

    /// <summary>Money.</summary>
    public static readonly Facet Price = new("price", ("价格", "price"), "price budget amount cost fee rent charge refund quote offer 价格 报价 预算 租金 金额 费用 总价 单价 首付 房价 价位 花费",
        new Cue("£ $ € 价 钱 元 块 万 预算 租金 费用 首付 贷款 便宜 贵 佣金", "price cost budget fee rent pay charge dollar pound euro gbp usd cheap expensive refund"),
        $@"(?:[£$€¥]\s?[0-9][0-9.,]*k?|{Numeral}(?:多|来|几)?\s?(?:万|元|块|美元|港币)+(?:{Numeral})?(?:多|左右|以内|以上|以下)?|{English}\s?(?:dollars|pounds|euros|gbp|usd|bucks|cents|k\b|per month|a month|percent))");

    /// <summary>How large something is.</summary>
    public static readonly Facet Area = new("area", ("面积", "size"), "area size square 面积 平米 大小 建面",
        new Cue("平 面积 平米 平方", "square size sqm acre large"), $@"{Numeral}(?:多|来)?\s?(?:平方米|平米|平方|平|㎡)|{English}\s?(?:square (?:feet|metres|meters)|sqm|sq ft|m2)");

    /// <summary>Rooms.</summary>
    public static readonly Facet Layout = new("layout", ("户型", "layout"), "layout bedroom room 户型 房型 居室 几室",
        new Cue("室 居 户型 卧 厅", "bedroom room studio bathroom"), $@"(?:[一二两三四五六1-9][室居](?:[一二两三四1-9]厅)?(?:[一二两三四1-9]卫)?|{English}[- ]?(?:bedroom|bed|room)s?)");

    /// <summary>Where something is.</summary>
    public static readonly Facet Place = new("location", ("位置", "location"), "location place address district community region where venue 位置 地址 区域 小区 地段 地点 楼盘 商圈 房源",
        new Cue("小区 地址 位于 附近 区 路 街 站 地铁 花园 城", "address located street road near area centre center north south east west station"),
        @"[\p{IsCJKUnifiedIdeographs}]{2,6}(?:小区|花园|家园|公寓|广场|大厦|名邸|嘉园|路|街|苑|里)|[0-9]+ [A-Z][a-z]+ (?:Street|Road|Avenue|Lane|Drive)|(?:north|south|east|west|centre|center)(?: side| part)?");

    /// <summary>When something is.</summary>
    public static readonly Facet Time = new("time", ("时间", "time"), "time date when day deadline schedule appointment month 时间 日期 何时 交期 入住 时段 期限 周期",
        new Cue("点 号 月 周 天 上午 下午 晚上 明天 后天 今天", "today tomorrow monday tuesday wednesday thursday friday saturday sunday am pm o'clock week month day date hour minute"),
        $@"(?:[下本这上]?(?:周|星期|礼拜)[一二三四五六日天末]|[今明后]天|今晚|月底|年底|下个?月)(?:上午|下午|晚上|早上|中午)?(?:{Numeral}点半?)?|{Numeral}(?:月{Numeral}(?:号|日)?|号|点半?|天|个月|年|周|小时|分钟)|[0-9]{{1,2}}:[0-9]{{2}}(?:\s?[ap]m)?|(?:next |this |on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|today|tomorrow|tonight|yesterday|{English}\s?(?:days?|weeks?|months?|years?|hours?|minutes?|o'clock|am\b|pm\b)(?: ago)?|(?:january|february|march|april|june|july|august|september|october|november|december)(?: [0-9]{{1,2}})?(?:st|nd|rd|th)?");

    /// <summary>A telephone number.</summary>
    public static readonly Facet Phone = new("phone", ("电话", "phone number"), "phone mobile telephone contact 电话 手机 联系方式",
        new Cue("电话 手机 号码", "phone number mobile call"), @"(?:\+?[0-9][0-9 -]{5,16}[0-9]|[零〇一幺二三四五六七八九]{7,12})");

    /// <summary>An e-mail address.</summary>
    public static readonly Facet Email = new("email", ("邮箱", "e-mail"), "email mail 邮箱 邮件", new Cue("邮箱 邮件 @", "email mail"), @"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}");

    /// <summary>A reference that names an order, a booking or a ticket.</summary>
    public static readonly Facet Reference = new("order", ("单号", "reference number"), "order reference ticket booking number account code 单号 订单 编号 工单 账号 合同号",
        new Cue("订单 单号 编号 工单 账号", "order reference ticket booking account number"), @"\b((?:[A-Z]{1,5}[- ]?)?[0-9][A-Z0-9-]{3,}|[A-Z0-9]*[0-9][A-Z0-9]{5,})\b");

    /// <summary>What somebody is called.</summary>
    public static readonly Facet Name = new("name", ("称呼", "name"), "name person caller 姓名 称呼 姓氏 名字",
        new Cue("姓 叫 先生 女士 哥 姐 总 老师", "name my_name mr mrs ms dr this_is i'm"),
        @"([\p{IsCJKUnifiedIdeographs}](?:先生|女士|小姐|老师|哥|姐|总))|小[\p{IsCJKUnifiedIdeographs}]|(?:(?:[Mm]r|[Mm]rs|[Mm]s|[Dd]r)\.? [A-Z][a-z]+)|[Mm]y name is ([A-Z]?[a-z]+)");

    /// <summary>How many.</summary>
    public static readonly Facet Quantity = new("count", ("数量", "quantity"), "count quantity people number how_many 数量 人数 几个 套数 次数",
        new Cue("个 人 套 位 件 台 间 次", "people nights items units pieces packages several"),
        $@"{Numeral}\s?(?:个人|口人|个|人|套|位|件|台|间|次|层|楼)|{English}\s?(?:people|persons|nights?|items?|units?|pieces?|packages?|times|users|boxes)");

    /// <summary>How good something was found.</summary>
    public static readonly Facet Rating = new("rating", ("评分", "rating"), "rating score star 评分 星级 分数", new Cue("分 星 评分", "star rating score rated"),
        $@"{Numeral}(?:分|星)(?:以上)?|{English}[- ]?stars?");

    /// <summary>The floor, the lift, the direction.</summary>
    public static readonly Facet Floor = new("floor", ("楼层与朝向", "floor and orientation"), "floor orientation 楼层 朝向 电梯", new Cue("楼 层 朝南 南北 电梯 采光", "floor lift elevator facing"),
        $@"{Numeral}(?:楼|层)|(?:朝|坐)[东南西北]+|南北通透|(?:ground|first|second|third|top) floor");

    /// <summary>The state it is in.</summary>
    public static readonly Facet Condition = new("condition", ("装修与状况", "condition"), "condition decoration renovation style 装修 状况 风格 材料 成色", new Cue("装修 精装 毛坯 简装 翻新 新旧 材料 风格 水电 保养", "condition furnished renovated used refurbished damaged style material paint"));

    /// <summary>Schools, traffic, shops.</summary>
    public static readonly Facet Surroundings = new("surroundings", ("周边配套", "surroundings"), "school transport surroundings amenities parking 学区 学校 交通 配套 周边 通勤 停车", new Cue("学区 学校 小学 地铁 公交 停车 医院 商场 通勤 配套", "school train bus parking subway transport commute wifi internet breakfast"));

    /// <summary>Loans and ways to pay.</summary>
    public static readonly Facet Payment = new("payment", ("付款方式", "payment"), "payment loan mortgage deposit 付款 贷款 公积金 押金 定金 支付 分期", new Cue("贷款 公积金 首付 押 付 定金 分期 转账 刷卡 月供", "deposit mortgage loan instalment credit card paypal bank payment"));

    /// <summary>Contracts and warranties.</summary>
    public static readonly Facet Terms = new("terms", ("合同与保障", "terms and warranty"), "contract warranty policy terms guarantee 合同 保修 质保 条款 售后 保障 产权 税", new Cue("合同 保修 质保 产权 满五 过户 税 违约 条款 协议", "warranty contract policy guarantee terms return cover covered agreement"));

    /// <summary>A product.</summary>
    public static readonly Facet Product = new("product", ("产品", "product"), "product model plan device item service 产品 型号 商品 套餐 设备 服务", new Cue("型号 产品 套餐 机器 款 手机 设备 屏幕 电池", "product model plan device laptop phone printer router app software subscription package"));

    /// <summary>All of them, in the order in which they are told.</summary>
    public static readonly IReadOnlyList<Facet> All =
        [Price, Area, Layout, Place, Time, Quantity, Rating, Floor, Condition, Surroundings, Payment, Terms, Product, Reference, Phone, Email, Name];
}
