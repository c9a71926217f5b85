namespace DialInsight.Benchmarks.Ingest;

/// <summary>What people of the trade say: beginnings and ends of sentences, in two languages. <c>{p}</c> is a place, <c>{n}</c> a small number, <c>{m}</c> an amount.</summary>
internal static class Phrases
{
    public static readonly Language Chinese = new(
        "zh",
        "客户",
        "经纪人",
        "，",
        "。",
        ["翠湖", "望江", "金水湾", "梧桐里", "北苑", "云栖", "锦绣", "学府", "滨河", "南门", "长丰", "东篱"],
        [
            "您好我想问问{p}小区的房子", "上次看的那套{n}居室", "我们家现在住的地方离{p}太远", "老人上下楼不方便", "孩子明年要上小学", "这边的物业听邻居说挺负责的",
            "首付我大概准备了{m}万", "贷款想做{n}0年的", "如果业主愿意再谈一谈", "房本满没满五年我不太清楚", "厨房那面墙能不能打掉", "装修想要简单一点的", "车位是不是要另外买",
            "我先生周{n}才回来", "中介费怎么算能不能再说一遍", "这个价格在{p}附近算不算高", "租金要是押一付{n}", "家电都是去年换的", "电梯一共有{n}部", "从{p}地铁站走过来大概{n}分钟",
            "窗户朝南采光应该不错", "楼上有没有住人", "暖气费一年差不多{m}块", "合同里要写清楚维修谁负责", "原来的租客下个月{n}号搬走", "我看网上挂出来有三个价格", "设计师说工期要{n}个月",
            "业主着急用钱所以可以商量", "公积金能不能冲一部分", "之前那位同事已经跟我介绍过了", "税费加起来可能要{m}万", "隔壁{p}那套更便宜一些", "阳台封了没有", "宽带和燃气都通了吧",
            "我不想要一楼和顶楼的", "楼间距看着有点小", "卫生间要重新做防水", "能不能先交定金再签合同", "评估价一般比成交价低一些", "小区门口那条路晚上吵不吵",
        ],
        [
            "您看这个周末能不能去看一下", "我需要再和家里人商量", "麻烦您帮我查一查再告诉我", "总价控制在{m}万以内就行", "我记下来了晚点回复您", "这样的话我觉得可以考虑", "具体的数字我发到您手机上",
            "您放心这一点我们会写进去", "不着急慢慢挑", "最好是带装修可以直接住的", "那就约在{p}站的出口见面吧", "听起来还不错", "这件事之前没有人跟我说过", "我再帮您争取一下",
            "到时候我带上钥匙", "价格还有一点空间", "差不多就是这个情况", "要不您先看看照片", "下午{n}点以后都行", "手续大概要{n}个星期", "费用由双方各付一半", "我倾向于选后面那一套",
            "您这边还有别的要求吗", "学区的名额要提前确认", "已经有两组客户看过了", "银行那边我来沟通", "如果不合适我们再找", "这个户型确实比较少见", "户口迁出的时间也要约定", "其实我更在意安静一些",
        ]);

    public static readonly Language English = new(
        "en",
        "customer",
        "agent",
        ", ",
        ".",
        ["Elm Court", "Harbour Street", "Mill Lane", "Orchard Rise", "the Old Brewery", "Station Road", "Quay House", "Larch Grove", "Bishop's Walk", "North Dock"],
        [
            "Hi, I'm calling about the {n}-bedroom flat near {p}", "the place we saw last week", "our lease runs out in {n} months", "my parents can't manage the stairs", "the kids start school next autumn",
            "the neighbours speak well of the building's care", "we have about {m} thousand put aside", "we'd like a mortgage over {n}0 years", "if the owner is willing to talk", "I'm not sure when the roof was last done",
            "that wall between kitchen and lounge", "we'd prefer something simple to decorate", "parking seems to be separate", "my husband only gets back on the {n}th", "could you explain the fee once more",
            "compared with other homes around {p}", "with one month's deposit and {n} in advance", "all appliances were replaced last year", "there are {n} lifts in the block", "it's about {n} minutes on foot from {p}",
            "the windows face south", "someone was drilling upstairs when we came", "heating comes to roughly {m} a year", "the contract ought to say who pays for repairs", "the present tenants leave on the {n}th",
            "I found three different prices online", "the designer talks of {n} months of work", "the sellers have already bought elsewhere", "part of it could come from our savings plan", "one of your colleagues showed me round before",
            "taxes and fees add up to {m}", "the one next to {p} was cheaper", "the balcony looks rather small", "broadband and gas are connected I suppose", "we don't want the ground floor",
        ],
        [
            "could we view it again this weekend", "I need to talk it over at home first", "would you look into that and let me know", "anything under {m} thousand is fine by us", "I've made a note and will get back to you",
            "in that case it might suit us", "I'll send the exact figures to your phone", "we'll put that into the agreement", "there's really no hurry", "ideally something we can move straight into",
            "let's meet at the exit of {p}", "that sounds reasonable", "nobody had told me about that", "I'll try to get you a better price", "I'll bring the keys along", "there's a little room on the price",
            "that's more or less where we stand", "why don't you look at the pictures first", "any time after {n} in the afternoon works", "the paperwork takes about {n} weeks", "each side pays half of it",
            "I'm leaning towards the second one", "is there anything else you need", "school places have to be confirmed early", "two other parties have seen it", "I'll speak to the bank about it",
            "otherwise we'll keep looking", "layouts like this are rare", "quiet matters most to us",
        ]);

    /// <summary>One language's words.</summary>
    internal sealed record Language(string Code, string Customer, string Agent, string Comma, string Stop, string[] Places, string[] Beginnings, string[] Ends);
}
