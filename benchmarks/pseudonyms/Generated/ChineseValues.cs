using DialInsight.Pseudonyms;

namespace DialInsight.Benchmarks.Pseudonyms.Generated;

/// <summary>What Chinese templates are filled with, in the shapes in which people say and write it. Written without regard to the detector's lists.</summary>
internal sealed class ChineseValues(Random random, bool traditional)
{
    private static readonly string[] s_surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "宋", "郑", "谢", "韩", "唐", "冯", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田", "任", "姜", "范", "方", "石", "姚", "谭", "廖", "邹", "熊", "金", "陆", "郝", "孔", "白", "崔", "康", "毛", "邱", "秦", "江", "史", "顾", "侯", "邵", "孟", "龙", "万", "段", "雷", "钱", "汤", "尹", "黎", "易", "常", "武", "乔", "贺", "赖", "龚", "欧阳", "上官", "司徒", "诸葛", "皇甫"];
    private static readonly string[] s_traditionalSurnames = ["王", "李", "張", "劉", "陳", "楊", "趙", "黃", "周", "吳", "徐", "孫", "胡", "朱", "林", "何", "郭", "馬", "羅", "鄭", "謝", "韓", "馮", "蕭", "許", "曾", "蔡", "葉", "蘇", "盧", "鍾", "簡", "賴", "歐陽", "游", "詹", "廖", "邱", "洪"];
    private static readonly string[] s_given = ["建军", "秀兰", "雨桐", "梓萱", "浩然", "思远", "晓峰", "丽华", "志刚", "婷婷", "文博", "欣怡", "俊杰", "美玲", "国强", "春梅", "子轩", "佳琪", "海涛", "雪梅", "伟", "静", "磊", "敏", "强", "芳", "洋", "艳", "勇", "娜", "嘉宁", "若曦", "昊天", "沐阳", "一诺", "永福", "桂英", "德明", "晨曦", "泽宇", "思琪", "慧敏", "玉珍", "振华", "金凤", "鹏", "蕾", "凯", "倩", "翔", "诗涵", "可馨", "宇航", "明哲", "彦霖", "奕辰", "素芬", "长青", "立群", "维嘉"];
    private static readonly string[] s_traditionalGiven = ["建宏", "淑芬", "雅婷", "志豪", "家豪", "怡君", "俊傑", "淑惠", "美玲", "宗翰", "冠宇", "佩珊", "詩涵", "承恩", "柏翰", "欣怡", "國華", "麗華", "文雄", "秀英", "宜蓁", "品妍", "振宇", "慧君", "明哲", "曉雯"];
    private static readonly string[] s_foreign = ["安德烈·彼得罗夫", "玛格丽特·霍兰", "迈克尔·斯科特", "艾米莉·卡特", "卡洛斯·门多萨", "本·怀特", "奥利弗·格林"];
    private static readonly string[] s_spoken = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    public string Surname { get; } = Pick(random, traditional ? s_traditionalSurnames : s_surnames);

    public string Given { get; } = Pick(random, traditional ? s_traditionalGiven : s_given);

    /// <summary>What a slot of a template is filled with.</summary>
    public Planted Of(string slot) => slot switch
    {
        "name" => new(Surname + Given, IdentifierType.Name),
        "surname" => new(Surname, IdentifierType.Name),
        "other" => new(Pick(random, traditional ? s_traditionalSurnames : s_surnames) + Pick(random, traditional ? s_traditionalGiven : s_given), IdentifierType.Name),
        "othersurname" => new(Pick(random, traditional ? s_traditionalSurnames : s_surnames), IdentifierType.Name),
        "given" => new(Given.Length == 2 ? Given : Surname + Given, IdentifierType.Name),
        "nick" => new(Pick(random, "小", "小", "老", "阿") is var head && head == "阿" ? head + Pick(random, "明", "强", "芳", "杰", "玲", "伟") : head + Pick(random, "王", "李", "张", "刘", "陈", "杨", "赵", "周", "吴", "徐", "孙", "朱", "林", "何", "郭", "罗", "谢", "唐", "冯"), IdentifierType.Name),
        "foreign" => new(Pick(random, s_foreign), IdentifierType.Name),
        "phone" => new(Phone(), IdentifierType.Phone),
        "spokenphone" => new(SpokenPhone(), IdentifierType.Phone),
        "landline" => new(Landline(), IdentifierType.Phone),
        "email" => new($"{Latin()}{Checked.Digits(random, 3)}@{Pick(random, "163.com", "qq.com", "126.com", "gmail.com", "sina.com.cn", "hotmail.com")}", IdentifierType.Email),
        "spokenemail" => new(Pick(random, $"{Latin()}艾特163点com", $"{Latin()}{Checked.Digits(random, 2)} at gmail dot com", $"{Latin()}(at)qq.com", $"{Latin()}艾特qq点com"), IdentifierType.Email),
        "id" => new(traditional ? Checked.Taiwan(random) : Id(), IdentifierType.IdCard),
        "spokenid" => new(string.Concat(Checked.Identity(random).Select(digit => digit == 'X' ? "X" : s_spoken[digit - '0'])), IdentifierType.IdCard),
        "card" => new(Card(), IdentifierType.BankCard),
        "spokencard" => new(string.Concat(Checked.Card(random, "622", 19).Select(digit => s_spoken[digit - '0'])), IdentifierType.BankCard),
        "passport" => new(Pick(random, $"E{Checked.Digits(random, 8)}", $"EA{Checked.Digits(random, 7)}", $"G{Checked.Digits(random, 8)}"), IdentifierType.Passport),
        "permit" => new(Pick(random, $"H{Checked.Digits(random, 8)}", $"M{Checked.Digits(random, 8)}", $"C{Checked.Digits(random, 8)}", Checked.Digits(random, 8)), IdentifierType.Passport),
        "plate" => new(Plate(), IdentifierType.Plate),
        "wechat" => new(Pick(random, $"{Latin()}_{Checked.Digits(random, 3)}", $"wx{Checked.Digits(random, 6)}", $"{Latin()}{Checked.Digits(random, 4)}", $"{Latin()}-{Latin()}"), IdentifierType.Account),
        "qq" => new(Checked.Digits(random, random.Next(7, 11)), IdentifierType.Account),
        "address" => new(Address(), IdentifierType.Address),
        "unit" => new(Unit(), IdentifierType.Address),
        "birth" => new(Birth(), IdentifierType.DateOfBirth),
        "ip" => new($"{random.Next(1, 223)}.{random.Next(256)}.{random.Next(256)}.{random.Next(1, 255)}", IdentifierType.Ip),
        "url" => new($"https://{Latin()}.example.com/u/{Checked.Digits(random, 6)}?id={Checked.Digits(random, 3)}", IdentifierType.Url),
        _ => new(Business(slot), null),
    };

    private string Business(string slot) => slot switch
    {
        "price" => Pick(random, $"{random.Next(80, 990)}万", $"{random.Next(1000, 9000)}元", $"{random.Next(2, 9)}千{random.Next(1, 9)}百块", $"￥{random.Next(100, 9999)}", "三百五十万", $"{random.Next(1, 9)}.{random.Next(1, 9)}万"),
        "area" => Pick(random, $"{random.Next(45, 190)}.{random.Next(1, 9)}平", $"{random.Next(45, 190)}平米", $"{random.Next(45, 190)}㎡", "一百二十平"),
        "floor" => Pick(random, $"{random.Next(2, 18)}/{random.Next(18, 34)}层", $"{random.Next(2, 30)}楼", "十二层", "中楼层"),
        "time" => Pick(random, "周六下午3点", "明天上午十点半", $"{random.Next(1, 13)}月{random.Next(1, 29)}号", "下周二14:30", "这个周末", $"2025年{random.Next(1, 13)}月{random.Next(1, 29)}日"),
        "order" => Pick(random, $"SO2025{Checked.Digits(random, 8)}", Checked.Digits(random, 14), $"JD{Checked.Digits(random, 12)}"),
        "model" => Pick(random, "ThinkPad X1", "Mate 60 Pro", $"KFR-35GW/{random.Next(100, 999)}", "iPhone 15", "XQG100-14BA"),
        "amount" => Pick(random, $"{random.Next(2, 90)}箱", $"{random.Next(100, 900)}件", "三盒", $"{random.Next(1000, 9999)}度电"),
        "percent" => Pick(random, $"{random.Next(10, 90)}%", "百分之三十", $"{random.Next(3, 6)}.{random.Next(1, 99)}%"),
        "years" => Pick(random, "2018-2023年", "2010年的房子", "近5年"),
        "hotline" => Pick(random, "10086", "95588", "12345", "10010", "12306"),
        "brand" => Pick(random, traditional ? ["全聯", "華碩", "中華電信", "鼎泰豐", "大同", "聲寶"] : ["华润", "万科", "李宁", "周大福", "王老吉", "张裕", "海尔", "安踏", "金地", "马自达", "高德", "老干妈"]),
        "place" => Pick(random, traditional ? ["中山北路", "大安森林公園", "板橋", "高雄", "林口", "馬祖"] : ["高新区", "和平路", "张江", "石景山", "徐家汇", "黄浦江", "马鞍山", "常州", "王府井", "陆家嘴", "方庄", "李村", "胡家庙"]),
        "estate" => Pick(random, "阳光花园", "金色家园", "翠湖天地", "万科城市花园", "华润橡树湾", "龙湖天街", "保利香槟"),
        "word" => Pick(random, "高兴", "方便", "严重", "安静", "常见", "明白", "马上", "周到", "许多", "于是", "全部", "应该", "关键", "任何", "成功", "程序", "白天", "黄金", "石头", "温度", "毛坯", "金额", "何时", "向阳", "游泳"),
        _ => throw new InvalidOperationException($"There is no slot {slot}."),
    };

    private string Phone()
    {
        string digits = traditional ? $"09{Checked.Digits(random, 8)}" : $"1{Pick(random, "3", "5", "8", "9", "7")}{Checked.Digits(random, 9)}";
        return traditional
            ? Pick(random, digits, Checked.Grouped(digits, "-", 4, 3, 3), Checked.Grouped(digits, " ", 4, 3, 3), $"+886 {digits[1..]}")
            : Pick(random, digits, digits, Checked.Grouped(digits, "-", 3, 4, 4), Checked.Grouped(digits, " ", 3, 4, 4), Checked.Grouped(digits, " ", 1), Checked.Grouped(digits, ".", 3, 4, 4),
                $"+86 {digits}", $"+86-{Checked.Grouped(digits, "-", 3, 4, 4)}", string.Concat(digits.Select(digit => (char)(digit - '0' + '０'))), $"{digits[..3]}****{digits[7..]}");
    }

    private string SpokenPhone()
    {
        string digits = $"1{Pick(random, "3", "5", "8")}{Checked.Digits(random, 9)}";
        string words = string.Concat(digits.Select(digit => digit == '1' ? "幺" : s_spoken[digit - '0']));
        string plain = string.Concat(digits.Select(digit => s_spoken[digit - '0']));
        return Pick(random, words, plain, $"{words[..3]}，{words[3..7]}，{words[7..]}", $"{plain[..3]} {plain[3..7]} {plain[7..]}", $"{words[..3]}嗯{words[3..7]}然后{words[7..]}", $"{words[0]}{digits[1]}{words[2..]}", $"{words[..3]}{digits[3..]}");
    }

    private string Landline() => traditional
        ? Pick(random, $"02-{Checked.Digits(random, 4)}-{Checked.Digits(random, 4)}", $"(02){Checked.Digits(random, 8)}", $"04-{Checked.Digits(random, 8)}")
        : Pick(random, $"010-{Checked.Digits(random, 8)}", $"0755{Checked.Digits(random, 8)}", $"(021){Checked.Digits(random, 8)}", $"0571-{Checked.Digits(random, 8)}转{Checked.Digits(random, 3)}", $"010 {Checked.Digits(random, 4)} {Checked.Digits(random, 4)}");

    private string Id()
    {
        string id = Checked.Identity(random);
        return Pick(random, id, id, Checked.Grouped(id, " ", 6, 8, 4), Checked.Grouped(id, "-", 6, 8, 4), $"{id[..6]}********{id[14..]}", id.ToLowerInvariant());
    }

    private string Card()
    {
        string card = Checked.Card(random, Pick(random, "622", "621", "623"), 19);
        return Pick(random, card, Checked.Grouped(card, " ", 4), Checked.Grouped(card, "-", 4), Checked.Card(random, "4", 16), Checked.Grouped(Checked.Card(random, "6228", 16), " ", 4));
    }

    private string Plate()
    {
        string head = Pick(random, "京", "沪", "粤", "浙", "苏", "川", "鲁", "豫", "鄂", "湘") + Pick(random, "A", "B", "C", "D", "E");
        string tail = $"{Pick(random, "Q", "K", "M")}{Checked.Digits(random, 4)}";
        return Pick(random, head + tail, $"{head}·{tail}", $"{head} {tail}", $"{head}D{Checked.Digits(random, 5)}", $"{head}F{Checked.Digits(random, 5)}");
    }

    private string Address()
    {
        int building = random.Next(1, 30), unit = random.Next(1, 5), room = (random.Next(1, 20) * 100) + random.Next(1, 6);
        return traditional
            ? Pick(random, $"台北市大安區和平東路{Pick(random, "一", "二", "三")}段{building}號{unit + 1}樓", $"新北市板橋區文化路{unit}段{room}巷{building}號", $"高雄市前鎮區中山二路{building}號", $"九龍旺角彌敦道{room}號{building}樓B室")
            : Pick(random, $"朝阳区望京西路{building}号院{unit}号楼{room}室", $"上海市浦东新区锦绣路{room}弄{building}号{room}室", $"南山区科技南路{building}号{unit}栋{room}", $"{Pick(random, "翠湖天地", "金色家园", "阳光花园")}{building}栋{unit}单元{room}",
                $"江苏省苏州市吴中区东吴北路{building}号", $"滨江区江南大道{room}号{Pick(random, "A", "B")}座{room}室", $"武侯区人民南路四段{building}号");
    }

    private string Unit()
    {
        int building = random.Next(1, 30), unit = random.Next(1, 5), room = (random.Next(1, 20) * 100) + random.Next(1, 6);
        return Pick(random, $"{building}栋{unit}单元{room}", $"{building}号楼{room}室", $"{s_spoken[(building % 9) + 1]}号楼{s_spoken[unit]}零{s_spoken[(room % 9) + 1]}室", $"{building}-{unit}-{room}", $"{building}幢{room}", $"{building}号楼{unit}单元{room}室");
    }

    private string Birth()
    {
        int year = random.Next(1950, 2006), month = random.Next(1, 13), day = random.Next(1, 29);
        string spoken = string.Concat($"{year}".Select(digit => s_spoken[digit - '0']));
        return Pick(random, $"{year}年{month}月{day}日", $"{year}-{month:00}-{day:00}", $"{spoken}年{s_spoken[(month % 9) + 1]}月{s_spoken[(day % 9) + 1]}号", $"{year % 100:00}年{month}月{day}号", $"{year}.{month}.{day}", $"{year}/{month}/{day}");
    }

    private string Latin() => Pick(random, "lily", "sunny", "tom", "haohao", "bluesky", "xiaoyu", "leo", "happycat", "zhangsan", "yoyo");

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
