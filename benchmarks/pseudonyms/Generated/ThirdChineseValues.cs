using DialInsight.Pseudonyms;

namespace DialInsight.Benchmarks.Pseudonyms.Generated;

/// <summary>What the third Chinese templates are filled with: names of all the usual surnames with given names put together of many characters, so that few of them stand in any list.</summary>
internal sealed class ThirdChineseValues(Random random)
{
    // By how many bear them, so that the commonest come up most: an index is drawn twice and the lower one taken.
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游靳管柴蒙鲍华喻祁房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";
    private const string Firsts = "建国志文明晓小春秋海玉秀桂凤金银宝永德福祥瑞嘉家俊梓子宇浩泽奕若诗雨思梦欣怡佳美丽雪冬夏立卫红向东新中正世广大天云青松柏景书学敬怀承绍继宗启开展鸿振兴昌盛荣锦绣彩巧慧淑静雅素兰芝蕊芸菲莉萍莲";
    private const string Seconds = "国华军平强伟峰林波涛辉斌刚勇毅杰豪轩宇航博文武生成龙虎飞鹏翔宁安康健民良才德明亮光春荣芳芬英华珍玲燕红霞梅兰菊萍莲静娟敏丽娜婷雪琴瑶琪琳莹颖洁欣怡涵萱彤妍然晨曦阳月星辰雨桐梓源清泉山海川江河舟帆远达通顺";
    private const string Onlies = "伟强军勇涛磊超杰鹏斌波辉刚健明亮平宁静敏丽娟娜婷燕玲芳琴雪梅兰霞洁莹颖倩楠璐瑶琳欣妍晨阳旭昊然睿翔帆毅鑫淼森焱垚彬";
    private readonly SecondChineseValues _second = new(random);

    /// <summary>What a slot of a template is filled with.</summary>
    public Planted Of(string slot) => slot switch
    {
        "other" => new(Surname() + Given(), IdentifierType.Name),
        "othersurname" => new(Surname(), IdentifierType.Name),
        "nick" => new((random.Next(2) == 0 ? "小" : "老") + Surnames[random.Next(40)], IdentifierType.Name),
        _ => _second.Of(slot),
    };

    private string Surname() => random.Next(60) == 0 ? Pick("欧阳", "司马", "上官", "诸葛", "皇甫", "慕容", "令狐", "尉迟") : $"{Surnames[Math.Min(random.Next(Surnames.Length), random.Next(Surnames.Length))]}";

    private string Given() => random.Next(4) == 0 ? $"{Onlies[random.Next(Onlies.Length)]}" : $"{Firsts[random.Next(Firsts.Length)]}{Seconds[random.Next(Seconds.Length)]}";

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
