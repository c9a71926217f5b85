namespace DialInsight.Pseudonyms.Tests;

public sealed class When_personal_data_is_looked_for
{
    [Theory]
    [InlineData("我的电话是13812345678，下午联系", "phone:13812345678")]
    [InlineData("手机 138-1234-5678", "phone:138-1234-5678")]
    [InlineData("打１３９１２３４５６７８找我", "phone:１３９１２３４５６７８")]
    [InlineData("号码一三八零零一三八零零零，记一下", "phone:一三八零零一三八零零零")]
    [InlineData("幺三八，二二三四，五五六七", "phone:幺三八，二二三四，五五六七")]
    [InlineData("座机010-62345678", "phone:010-62345678")]
    [InlineData("手機0912-345-678", "phone:0912-345-678")]
    [InlineData("138****5678这个号", "phone:138****5678")]
    [InlineData("Call me on (415) 555-0132 tonight", "phone:(415) 555-0132")]
    [InlineData("my number is oh seven nine, double four, one two three, six five nine", "phone:oh seven nine, double four, one two three, six five nine")]
    [InlineData("Ring +44 20 7946 0018 please", "phone:+44 20 7946 0018")]
    public void A_phone_number_is_found_however_it_is_written(string text, string expected) => Assert.Contains(expected, Found.In(text));

    [Theory]
    [InlineData("身份证110105199003072316", "id-card:110105199003072316")]
    [InlineData("SSN 219-09-9999", "id-card:219-09-9999")]
    [InlineData("身分證A123456789", "id-card:A123456789")]
    [InlineData("卡号 6222 0212 3456 7890 123", "bank-card:6222 0212 3456 7890 123")]
    [InlineData("pay with 4111 1111 1111 1111", "bank-card:4111 1111 1111 1111")]
    [InlineData("to IBAN GB82 WEST 1234 5698 7654 32", "bank-card:GB82 WEST 1234 5698 7654 32")]
    [InlineData("护照E12345678", "passport:E12345678")]
    [InlineData("车牌京A·12345停在楼下", "plate:京A·12345")]
    [InlineData("粤BD12345", "plate:粤BD12345")]
    [InlineData("加我微信 wx_lily88 聊", "account:wx_lily88")]
    [InlineData("V：lily8899", "account:lily8899")]
    [InlineData("身份证一一零一零五一九四九一二三一零零二X", "id-card:一一零一零五一九四九一二三一零零二X")]
    [InlineData("QQ号：123456789", "account:123456789")]
    public void A_number_or_code_of_a_person_is_found(string text, string expected) => Assert.Contains(expected, Found.In(text));

    [Theory]
    [InlineData("write to ann.lee@mail.example", "email:ann.lee@mail.example")]
    [InlineData("it is ann dot lee at mailbox dot com", "email:ann dot lee at mailbox dot com")]
    [InlineData("邮箱lily艾特mailbox点com", "email:lily艾特mailbox点com")]
    [InlineData("from 203.0.113.7 today", "ip:203.0.113.7")]
    [InlineData("from 2001:db8::17 today", "ip:2001:db8::17")]
    [InlineData("see https://shop.example/u/1234?id=9.", "url:https://shop.example/u/1234?id=9")]
    [InlineData("生日是1990年5月12日", "date-of-birth:1990年5月12日")]
    [InlineData("I was born on May 12, 1990.", "date-of-birth:May 12, 1990")]
    [InlineData("DOB: 05/12/1990", "date-of-birth:05/12/1990")]
    public void An_address_on_the_net_or_a_date_of_birth_is_found(string text, string expected) => Assert.Contains(expected, Found.In(text));

    [Theory]
    [InlineData("我叫李秀英，想看房", "李秀英")]
    [InlineData("请问王女士在吗", "王")]
    [InlineData("免贵姓欧阳", "欧阳")]
    [InlineData("麻烦转告张伟明天来", "张伟")]
    [InlineData("李國華先生您好", "李國華")]
    [InlineData("小王你跟一下", "小王")]
    [InlineData("经纪人李明向客户介绍", "李明")]
    [InlineData("董事长王建国表示", "王建国")]
    [InlineData("诸葛亮和我们", "诸葛亮")]
    [InlineData("She met Torrin Vask there", "Torrin Vask")]
    [InlineData("my sister Quenby is in town", "Quenby")]
    [InlineData("she said anna would call", "anna")]
    [InlineData("客户姓名：陈晓东", "陈晓东")]
    [InlineData("刚才司马静打电话来", "司马静")]
    [InlineData("Hello, my name is Harriet Quill", "Harriet Quill")]
    [InlineData("Please ask Mr. Harlow about it", "Harlow")]
    [InlineData("I spoke to John Harlow yesterday", "John Harlow")]
    [InlineData("Hi Anna, thanks", "Anna")]
    public void A_name_is_found(string text, string expected) => Assert.Contains($"name:{expected}", Found.In(text));

    [Theory]
    [InlineData("我住在朝阳区建国路88号3栋2单元501室", "address:朝阳区建国路88号3栋2单元501室")]
    [InlineData("3号楼2单元1502", "address:3号楼2单元1502")]
    [InlineData("三号楼二单元五零一", "address:三号楼二单元五零一")]
    [InlineData("幸福里3-2-501", "address:幸福里3-2-501")]
    [InlineData("住在新北市板橋區文化路一段188巷3弄5號", "address:新北市板橋區文化路一段188巷3弄5號")]
    [InlineData("in the Rue du Four 9, near", "address:Rue du Four 9")]
    [InlineData("he lives at 14 Elm Street, Apt 3B", "address:14 Elm Street, Apt 3B")]
    [InlineData("write to P.O. Box 1234", "address:P.O. Box 1234")]
    public void An_address_is_found(string text, string expected) => Assert.Contains(expected, Found.In(text));

    [Theory]
    [InlineData("总价350万，面积89.5平米，三室两厅，在18楼")]
    [InlineData("首付30%，月供5800元，单价42000元每平")]
    [InlineData("周六下午三点看房，2024年5月12日签约")]
    [InlineData("订单号20240512123456已发货")]
    [InlineData("航班CA1831，高铁G102次")]
    [InlineData("高兴为您服务，方便的时间都可以")]
    [InlineData("一二三四五六七，每天都吃")]
    [InlineData("谢谢，马上安排，何时交房")]
    [InlineData("The flat is 89 square metres for $1,250,000 on floor 12.")]
    [InlineData("Your order number is 1234567890.")]
    [InlineData("Viewing on 12/05/2024 at 10:30, please.")]
    [InlineData("Will you be there in May? Mark the date.")]
    [InlineData("公司总裁表示，万科城市花园均价42000")]
    [InlineData("Look at Mailbox.com for the Riverside Towers listing.")]
    [InlineData("Yeah, alright. Good Morning, Thank You.")]
    [InlineData("iPhone 15 Pro Max 256 GB")]
    public void What_belongs_to_the_business_stays(string text) => Assert.Empty(Found.In(text));

    [Fact]
    public void A_bare_number_is_understood_from_the_question_before() =>
        Assert.Equal(["phone:87654321"], Found.In("87654321", "您的电话多少"));

    [Fact]
    public void Offsets_count_code_points() => Assert.Equal(["phone:13812345678"], Found.In("😀😀13812345678😀"));
}
