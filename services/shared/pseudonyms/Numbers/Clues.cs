using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Numbers;

/// <summary>Finds the nearest word in front of a number that says what it is.</summary>
internal static class Clues
{
    /// <summary>How far in front of a number words are looked at, in code points.</summary>
    public const int Reach = 36;

    private static readonly (Clue Clue, string[] Words)[] s_words =
    [
        (Clue.Phone,
        [
            "电话", "手机", "座机", "热线", "传真", "拨打", "致电", "来电", "联系方式", "号码是", "打我", "打给", "尾号", "短信", "联系我", "联系人", "call", "phone", "tel", "telephone", "telephone number", "mobile",
            "cell", "cellphone", "fax", "reach me", "reached at", "contact", "contact number", "text me", "dial", "whatsapp", "sms", "phone number", "phonenumber", "call back", "callback",
            "hotline", "the number is", "number's", "area code", "landline", "extension", "ring me", "my number", "his number", "her number", "reach us", "ph", "direct line",
        ]),
        (Clue.Identity,
        [
            "身份证", "保单号", "保单", "病案号", "门诊号", "就诊号", "准考证", "学籍号", "军官证", "残疾证", "居住证", "健康卡", "车架号", "发动机号", "社保", "证件号", "证件", "社保号", "社保卡", "社保卡号", "医保卡号", "就诊卡号", "社会保障", "病历号", "病历号码", "就诊卡", "医保", "住院号", "学号", "工号", "驾驶证", "驾照", "居留证", "户口", "policy number", "policy no", "policy #", "vin", "vin number", "vehicle identification number", "member number", "membership number", "medicare", "medicare number", "medicaid", "green card number", "alien number",
            "a-number", "taxpayer number", "taxpayer id", "itin", "student number", "employee number", "badge number", "beneficiary number", "health card", "health card number", "insurance number", "visa number", "permit number", "case worker id", "chart number", "account id", "ssn", "social security", "social security number", "social",
            "national id", "id number", "id card", "identity", "identification", "mrn", "medical record", "med rec no", "med rec", "record number", "npi", "driver's license", "driver license", "drivers license", "driving licence",
            "driving license", "license number", "licence number", "nhs", "nhs number", "tax id", "tin", "ein", "patient id", "employee id", "student id", "national insurance", "member id", "subscriber id", "policy holder id", "personal number", "id no", "nino",
        ]),
        (Clue.Bank,
        [
            "银行卡", "卡号", "信用卡", "储蓄卡", "借记卡", "银行账户", "银行账号", "账号", "账户", "对公", "开户", "转账", "打款", "汇款", "收款", "card", "credit card", "debit card", "card number", "visa", "mastercard", "amex",
            "cc", "account number", "bank account", "account no", "acct", "acct no", "routing", "routing number", "sort code", "iban", "creditcard", "account ending", "bank", "card ending",
        ]),
        (Clue.Account, ["微信", "微信号", "vx", "wx", "weixin", "wechat", "qq", "qq号", "扣扣", "支付宝", "whatsapp id", "line id", "skype", "telegram", "用户名", "抖音号", "小红书", "陌陌", "旺旺", "username", "user id", "userid", "instagram", "加我", "加v", "微博"]),
        (Clue.Passport, ["护照", "护照号", "通行证", "台胞证", "回乡证", "passport", "passport number", "passport no"]),
        (Clue.Plate, ["车牌", "车牌号", "license plate", "licence plate", "number plate", "plate number", "registration plate", "plate", "license plate number", "vehicle registration"]),
        (Clue.Business,
        [
            "订单", "订单号", "单号", "编号", "型号", "航班", "车次", "快递", "运单", "工单", "房源", "合同号", "合同编号", "发票", "流水号", "批次", "价格", "总价", "单价", "售价", "首付", "月供", "月租", "租金", "面积", "货号", "序列号", "条码", "税号",
            "统一社会信用代码", "邮编", "验证码", "客单", "取件码", "条形码", "版本", "order", "order number", "order id", "order no", "invoice", "invoice number", "tracking", "tracking number", "flight", "model", "model number", "sku", "serial", "serial number", "ticket",
            "ticket number", "customer id", "ref", "reference", "reference number", "booking", "booking number", "case number", "case", "confirmation", "confirmation number", "listing", "mls", "price", "isbn", "version", "part number", "claim", "zip", "zip code", "postcode",
            "salary", "income", "score", "balance", "otp", "total", "amount", "cost", "pin", "code", "train", "room", "product", "item", "population", "budget", "worth", "timestamp", "commit", "build", "port", "hash",
        ]),
    ];

    private static readonly (Clue Clue, string Word)[] s_all = [.. s_words.SelectMany(group => group.Words.Select(word => (group.Clue, word)))];

    /// <summary>The clue nearest in front of <paramref name="start"/>, in the same sentence or the question before it; of two that end together the longer.</summary>
    public static Clue Nearest(string lower, int start)
    {
        ReadOnlySpan<char> window = lower.AsSpan(Math.Max(0, start - Reach), Math.Min(start, Reach));
        int sentence = window.LastIndexOfAny("。!;\n");
        if (sentence >= 0)
            window = window[(sentence + 1)..];
        Clue nearest = Clue.None;
        int best = -1, length = 0;
        UInt128 letters = Letters(window);
        foreach ((Clue clue, string word) in s_all)
        {
            if ((letters & Letter(word[0])) == 0 || (letters & Letter(word[^1])) == 0)
                continue;
            int found = window.LastIndexOf(word, StringComparison.Ordinal);
            int end = found + word.Length;
            if (found < 0 || end < best || (end == best && word.Length <= length) || !IsWhole(window, found, word))
                continue;
            (nearest, best, length) = (clue, end, word.Length);
        }

        return nearest;
    }

    // Which letters there are, folded into a set of 128: most words are passed over without a search.
    private static UInt128 Letters(ReadOnlySpan<char> window)
    {
        UInt128 letters = 0;
        foreach (char character in window)
            letters |= Letter(character);
        return letters;
    }

    private static UInt128 Letter(char character) => UInt128.One << (character & 127);

    private static bool IsWhole(ReadOnlySpan<char> window, int found, string word)
    {
        if (!char.IsAsciiLetter(word[0]))
            return true;
        int end = found + word.Length;
        return (found == 0 || !Characters.IsWord(window[found - 1])) && (end == window.Length || !char.IsAsciiLetter(window[end]) || (window[end] == 's' && (end + 1 == window.Length || !char.IsAsciiLetter(window[end + 1]))));
    }
}
