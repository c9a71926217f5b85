using DialInsight.Pseudonyms;

namespace DialInsight.Benchmarks.Pseudonyms.Generated;

/// <summary>What the second Chinese templates are filled with: names of other lists, numbers in the ways people break and mix them, and words, shops and dishes that begin like names.</summary>
internal sealed class SecondChineseValues(Random random)
{
    private const string Spoken = "零一二三四五六七八九";
    private const string Circled = "⓪①②③④⑤⑥⑦⑧⑨";
    private static readonly string[] s_surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "林", "郭", "何", "高", "罗", "郑", "梁", "谢", "宋", "唐", "许", "邓", "冯", "韩", "曹", "曾", "彭", "萧", "蔡", "潘", "田", "董", "袁", "于", "余", "叶", "蒋", "杜", "苏", "魏", "程", "吕", "丁", "沈", "任", "姚", "卢", "傅", "钟", "姜", "崔", "谭", "廖", "范", "汪", "陆", "金", "石", "戴", "贾", "韦", "夏", "邱", "方", "侯", "邹", "熊", "孟", "秦", "白", "江", "阎", "薛", "尹", "段", "雷", "黎", "史", "龙", "陶", "贺", "顾", "毛", "郝", "龚", "邵", "万", "钱", "严", "覃", "武", "戚", "莫", "孔", "向"];
    private static readonly string[] s_given = ["启航", "晓彤", "文轩", "梦琪", "国庆", "建平", "玉兰", "志远", "雅琴", "嘉怡", "俊熙", "诗雨", "立新", "红梅", "卫东", "秋菊", "天宇", "心怡", "家栋", "凤英", "培源", "书瑶", "景行", "清扬", "鸿飞", "冬梅", "忠良", "瑞霖", "可欣", "睿", "婧", "楠", "旭", "莹", "博", "璐", "峰", "颖", "钰", "斌"];

    private readonly ChineseValues _first = new(random, false);

    public string Surname { get; } = Pick(random, s_surnames);

    public string Given { get; } = Pick(random, s_given);

    /// <summary>What a slot of a template is filled with.</summary>
    public Planted Of(string slot) => slot switch
    {
        "name" => new(Surname + Given, IdentifierType.Name),
        "surname" => new(Surname, IdentifierType.Name),
        "given2" => new(Given.Length == 2 ? Given : Surname + Given, IdentifierType.Name),
        "other" or "other2" => new(Pick(random, s_surnames) + Pick(random, s_given), IdentifierType.Name),
        "othersurname" => new(Pick(random, s_surnames), IdentifierType.Name),
        "nick2" => new(Pick(random, "小郑", "老曹", "小蒋", "小沈", "老邓", "阿华", "阿英", "小潘", "老袁", "小姚"), IdentifierType.Name),
        "redup" => new(Pick(random, "婷婷", "乐乐", "豆豆", "妞妞", "萌萌", "壮壮", "甜甜", "佳佳"), IdentifierType.Name),
        "foreign2" => new(Pick(random, "史蒂夫", "杰西卡", "亨利", "索菲亚", "彼得", "安东尼奥", "路易斯", "凯瑟琳"), IdentifierType.Name),
        "splitphone" => new(Phone() is var phone ? $"{phone[..3]}，{phone[3..7]}，{phone[7..]}" : "", IdentifierType.Phone),
        "fillerphone" => new(Broken(), IdentifierType.Phone),
        "mixedphone" => new(Mixed(), IdentifierType.Phone),
        "circledphone" => new(string.Concat(Phone().Select(digit => Circled[digit - '0'])), IdentifierType.Phone),
        "groupphone" => new(Checked.Grouped(Phone(), Pick(random, "/", "—", "~", "·"), 3, 4, 4), IdentifierType.Phone),
        "spacedid" => new(Checked.Grouped(Checked.Identity(random), " ", 3, 3, 4, 4, 4), IdentifierType.IdCard),
        "word" => new(Pick(random, "高峰", "方便", "黄昏", "白费", "马虎", "温和", "安心", "平安", "向来", "成全", "常年", "时尚", "严格", "全程", "余下", "石沉大海", "金光闪闪", "江湖", "宁可", "连夜", "万一", "何苦", "单独", "柳暗花明", "路过", "乐意", "满意", "华丽", "明显", "程度", "柴米油盐", "毛手毛脚", "鲁莽", "盛大", "严重", "沉住气", "龙腾虎跃", "顾不上", "应急", "管用", "易碎", "宽敞", "解气", "简单", "居然", "牛气", "文静", "贺岁", "甘愿", "祝福", "包邮", "丰富", "都行"), null),
        "shop" => new(Pick(random, "陈记面馆", "张亮麻辣烫", "李家菜馆", "金满楼酒家", "庆丰包子铺", "杨国福麻辣烫", "马记永拉面", "周黑鸭", "老王烧烤", "云海肴", "徐记海鲜", "唐宫酒楼", "和平里饭店"), null),
        "sight" => new(Pick(random, "颐和园", "宋城", "黄鹤楼", "鲁迅故居", "雷峰塔", "龙门石窟", "张家界", "马尔代夫"), null),
        "drug" => new(Pick(random, "阿莫西林", "布洛芬", "马来酸氯苯那敏", "奥美拉唑", "雷贝拉唑", "氯雷他定", "白加黑", "金银花露", "安宫牛黄丸", "左氧氟沙星"), null),
        "dish" => new(Pick(random, "鱼香肉丝", "宫保鸡丁", "麻婆豆腐", "黄焖鸡", "毛血旺", "江南小炒", "柴火鸡", "石锅鱼", "白灼虾", "马蹄糕", "温泉蛋", "金汤肥牛"), null),
        "city" => new(Pick(random, "温州", "常德", "安庆", "马鞍山", "石家庄", "齐齐哈尔", "呼和浩特", "万宁", "乌鲁木齐", "哈尔滨", "阿拉善", "江门", "曲靖"), null),
        _ => _first.Of(slot),
    };

    private string Phone() => $"1{Pick(random, "3", "5", "6", "7", "8", "9")}{Checked.Digits(random, 9)}";

    private string Broken()
    {
        string phone = Phone(), spoken = string.Concat(phone.Select(digit => digit == '1' ? '幺' : Spoken[digit - '0']));
        return Pick(random, $"{phone[..3]}……{phone[3..7]}……{phone[7..]}", $"{phone[..3]}，对，{phone[3..7]}，{phone[7..]}", $"{spoken[..3]}，嗯，{spoken[3..7]}，然后{spoken[7..]}", $"{phone[..3]}，中间{phone[3..7]}，最后{phone[7..]}", $"{spoken[..3]}，后面是{spoken[3..7]}，{spoken[7..]}");
    }

    private string Mixed()
    {
        string phone = Phone();
        char[] mixed = [.. phone.Select((digit, index) => index % 3 == 1 ? Spoken[digit - '0'] : index % 3 == 2 ? (char)('０' + digit - '0') : digit)];
        string radio = string.Concat(phone.Select(digit => digit switch { '0' => '洞', '1' => '幺', '2' => '两', '7' => '拐', _ => Spoken[digit - '0'] }));
        return Pick(random, new string(mixed), radio, phone.Replace('0', 'O').Replace('1', 'l') is var alike && random.Next(2) == 0 ? alike : new string(mixed));
    }

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
