namespace DialInsight.Pseudonyms.Tests;

public sealed class When_names_are_looked_for
{
    [Theory]
    [InlineData("会议由高建国主持，马云发言", "高建国", "马云")]
    [InlineData("经办人签字：周海燕", "周海燕")]
    [InlineData("与会人员：曹阳、潘石屹、任志强", "曹阳", "潘石屹", "任志强")]
    [InlineData("张三丰、王五和赵六都到了", "张三丰", "王五", "赵六")]
    [InlineData("甲方法定代表人：周国栋", "周国栋")]
    [InlineData("记者赵磊报道", "赵磊")]
    [InlineData("同意万某某辞去职务", "万")]
    [InlineData("昨天小高去工地了，阿强没去", "小高", "阿强")]
    [InlineData("请陆总、何总和白经理确认", "陆", "何", "白")]
    [InlineData("您好，管经理在吗？我找房先生", "管", "房")]
    [InlineData("找一下金总", "金")]
    [InlineData("租户是扎西顿珠", "扎西顿珠")]
    [InlineData("外教迈克尔·斯科特明天来", "迈克尔·斯科特")]
    [InlineData("思远，晚上一起吃饭？", "思远")]
    [InlineData("挂何主任的号", "何")]
    [InlineData("非常感谢许博士，也感谢蔡校长", "许", "蔡")]
    [InlineData("谢谢乔老师的分享", "乔")]
    [InlineData("到会的有陈泽宇林晓彤周文斌三位", "陈泽宇", "林晓彤", "周文斌")]
    [InlineData("李强在酒店前台等你", "李强")]
    [InlineData("请王芳把合同拿来", "王芳")]
    [InlineData("外公谭国庆八十了，表哥张建平和堂妹林红梅都在", "谭国庆", "张建平", "林红梅")]
    [InlineData("我姓赵，叫晓彤，小名豆豆。", "赵", "晓彤", "豆豆")]
    [InlineData("让老袁下楼，小潘家长也来", "老袁")]
    [InlineData("找Tony老师，Amy姐介绍的", "Tony", "Amy")]
    [InlineData("上午挂余主任的号，下午见金老师", "余", "金")]
    [InlineData("法院判令借款人林国栋归还本金", "林国栋")]
    [InlineData("苏晓敏去年入职，原来的丁立群调走了", "苏晓敏", "丁立群")]
    [InlineData("发起人为蒋文博、方诗雨", "蒋文博", "方诗雨")]
    [InlineData("业主许丽芳急售，找老高拿钥匙", "许丽芳", "老高")]
    [InlineData("同意选举任卫辰为监事，被告何志强拖欠租金", "任卫辰", "何志强")]
    [InlineData("收件人骆家明，欧阳总说了算", "骆家明", "欧阳")]
    [InlineData("钱建平副总经理主持，严志远院士到场", "钱建平", "严志远")]
    [InlineData("您好，我是张三", "张三")]
    [InlineData("我想投诉，业主邓永", "邓永")]
    [InlineData("没问题赵先生，这个话题陈女士也提过", "赵", "陈")]
    public void A_Chinese_name_is_found(string text, params string[] names) => AreFound(text, names);

    [Theory]
    [InlineData("請轉告盧家豪明天開會", "盧家豪")]
    [InlineData("陳醫師，林護理師在嗎", "陳", "林")]
    [InlineData("我太太叫張慧君", "張慧君")]
    public void A_name_in_Traditional_characters_is_found(string text, params string[] names) => AreFound(text, names);

    [Theory]
    [InlineData("This is Deepika speaking. Am I through to Mr. Oyelaran?", "Deepika", "Oyelaran")]
    [InlineData("I'll forward it to Rajiv and Sunita tomorrow.", "Rajiv", "Sunita")]
    [InlineData("Could you connect me to Anh Nguyen?", "Anh Nguyen")]
    [InlineData("We met Jose Luis Martinez de la Cruz on Monday.", "Jose Luis Martinez de la Cruz")]
    [InlineData("Please call Dr. van der Berg.", "van der Berg")]
    [InlineData("Signed: Elspeth MacNair, Director", "Elspeth MacNair")]
    [InlineData("Mrs O'Leary called again", "O'Leary")]
    [InlineData("J. R. Thornbury signed for it", "J. R. Thornbury")]
    [InlineData("Did Siobhan's package arrive?", "Siobhan")]
    [InlineData("Tell Soo-jin that it is done", "Soo-jin")]
    [InlineData("I'd rather ask Grant about it, or Hope.", "Grant")]
    [InlineData("Name: Ravi Shankar Iyer", "Ravi Shankar Iyer")]
    [InlineData("Thanks again.\nBest,\nGwendolyn", "Gwendolyn")]
    [InlineData("Agent Tunde: thanks for waiting", "Tunde")]
    [InlineData("Yesterday I asked jennifer about the invoice.", "jennifer")]
    [InlineData("The tickets were booked by kevin hargreaves on Monday.", "kevin hargreaves")]
    [InlineData("Okonjo, could you check the line?", "Okonjo")]
    [InlineData("Ask Dr. F. Hollander. The clinic is open.", "F. Hollander")]
    [InlineData("I spoke with Thandiwe and Oleksandr about it.", "Thandiwe", "Oleksandr")]
    [InlineData("Please copy Manpreet, Wanjiku and Xiomara.", "Manpreet", "Wanjiku", "Xiomara")]
    [InlineData("Phạm Quỳnh signed the form", "Phạm Quỳnh")]
    [InlineData("Rose and Jennifer are late, Max & Sophie too", "Rose", "Jennifer", "Max", "Sophie")]
    [InlineData("The cleric al-Hakim met Paolo d'Amico", "al-Hakim", "Paolo d'Amico")]
    [InlineData("Tzu-Ying said that Min-seok agreed.", "Tzu-Ying", "Min-seok")]
    [InlineData("@Rose could you look at it?", "Rose")]
    [InlineData("MY NAME IS OLENA KARACA AND I WANT A REFUND", "OLENA KARACA")]
    [InlineData("Drs. Patel and Okoye agreed", "Patel", "Okoye")]
    public void An_English_name_is_found(string text, params string[] names) => AreFound(text, names);

    [Theory]
    [InlineData("hi my name is thessaly and i need help", "thessaly")]
    [InlineData("i am will hughes and my order is late", "will hughes")]
    [InlineData("i talked to jessica ramirez about the leak", "jessica ramirez")]
    [InlineData("the driver was named abdul", "abdul")]
    [InlineData("hello this is thirumal from accounts", "thirumal")]
    [InlineData("yes mr patel called, and mrs brown", "patel", "brown")]
    [InlineData("hi this is thirumal llewellyn from unit 12", "thirumal llewellyn")]
    [InlineData("can you ask oluwaseun to ring me", "oluwaseun")]
    public void A_name_is_found_where_nobody_writes_capitals(string text, params string[] names) => AreFound(text, names);

    [Theory]
    [InlineData("麻烦您安排一下时间，周末方便吗，高档小区南北通透")]
    [InlineData("何时能安装？管道解决了吗？连接正常，应该成功了。")]
    [InlineData("段子、单价、牛奶、马桶、石材、江景房、白墙、黄线、康师傅、金龙鱼")]
    [InlineData("华润、万科、李宁、周大福、老凤祥、王老吉、张裕、马自达都在招商")]
    [InlineData("高新区、和平路、张江、石景山、徐家汇、马鞍山、李村、胡家庙、王府井")]
    [InlineData("公司成立于2010年，总部位于南京，任何项目都有计划")]
    [InlineData("万紫千红，金秋十月，时间安排好了告诉我")]
    [InlineData("The Johnson & Johnson deal, Harlow & Sons, Wells Fargo and Chase Bank")]
    [InlineData("Rose Street, Lincoln Park, St. James's Park, Victoria Station, Madison Avenue")]
    [InlineData("I fly from Denver to San Jose, then drive to Charlotte or Austin.")]
    [InlineData("We have a Samsung Galaxy, an Apple Watch and Microsoft Teams in the Hilton suite.")]
    [InlineData("Will you mark the date? May is busy, and I hope they grant the refund.")]
    [InlineData("Bill of Lading, Order Form, Terms and Conditions, Monday and Sunday")]
    [InlineData("We use AI and SaaS tools, an API and a VIN check.")]
    [InlineData("Is there a Thai restaurant near Market Street, or a Starbucks?")]
    [InlineData("推荐您去瑞福丽连锁酒店，旁边是康家记烤鸭店(东街店)和林海图艺术馆")]
    [InlineData("去荣总做检查，总共要三天，小康社会，小哥你好")]
    [InlineData("口服卡托西平，或者拉莫普利，配乌梅和柚子")]
    [InlineData("恩恩，好的，嗯嗯，熊熊大火")]
    [InlineData("去老王烧烤吃饭，再到王府井")]
    [InlineData("房子的资管经理和租房管家会联系您，云管家也在")]
    [InlineData("从西宁到巴西利亚，再去齐齐哈尔的车票")]
    [InlineData("花里胡哨的，情况和我说的一样，增光路总店")]
    [InlineData("Uhm, mm-hmm, okey, nah, righty-ho, ohh.")]
    [InlineData("It was policy-specific, a Jasmine-style test and AI-based advice.")]
    [InlineData("They gave me Salbutamol, then Oxycodone and Clindamycin.")]
    [InlineData("There is a place called Zaoma and a tool called Debco.")]
    [InlineData("The listing near Charlotte, a Hendry Bistro and a Pellini Pizzeria")]
    [InlineData("You could try Taverna restaurant or a Hakka restaurant.")]
    [InlineData("this is urgent from here, i'm back with a question")]
    [InlineData("您好，我是周大福的客服")]
    [InlineData("The Wi-Fi is down, a follow-up on the x-ray, Sci-Fi for all")]
    [InlineData("特斯拉和比亚迪哪个好？去过威尼斯和布拉格，也住过希尔顿")]
    [InlineData("The al-Qaeda report and the Islamic Jihad video")]
    [InlineData("See ~kevin@host, kevin_77 and www.kevin.example/jennifer for it.")]
    [InlineData("Bien, je vous rappelle demain. Merci.")]
    [InlineData("Hola, I will call you back. Danke.")]
    public void A_word_a_brand_or_a_place_is_no_name(string text) => Assert.DoesNotContain(Found.In(text), found => found.StartsWith("name:", StringComparison.Ordinal));

    [Fact]
    public void Whoever_stands_in_a_field_is_found_whatever_the_name_is()
    {
        const string surnames = "王李张刘陈杨赵黄周吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧曹袁邓傅沈彭吕苏蒋蔡魏薛杜戴姜范谭邹陆郝孔崔邱秦骆";
        const string firsts = "建志晓思雨嘉俊梓浩诗欣佳红海玉秀文永德瑞", seconds = "国华军伟杰宇涵琪怡婷芳英明辉峰强琳颖洁雪";
        var random = new Random(38);
        for (int count = 0; count < 400; count++)
        {
            string name = $"{surnames[random.Next(surnames.Length)]}{firsts[random.Next(firsts.Length)]}{seconds[random.Next(seconds.Length)]}";
            Assert.Contains($"name:{name}", Found.In($"联系人：{name}，明天到"));
        }
    }

    private static void AreFound(string text, string[] names)
    {
        string[] found = Found.In(text);
        foreach (string name in names)
            Assert.Contains($"name:{name}", found);
    }
}
