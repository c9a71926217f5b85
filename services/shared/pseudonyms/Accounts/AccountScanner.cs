using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Accounts;

/// <summary>Finds account names by the service or the word in front of them: 微信号 wang_8, "my Telegram is …", QQ：….</summary>
internal static class AccountScanner
{
    private static readonly string[] s_services =
    [
        "微信号", "微信", "vx", "wx", "wechat", "weixin", "威信", "薇信", "v信", "v:", "qq号", "qq", "扣扣", "企鹅号", "支付宝", "line id", "lineid", "skype", "telegram", "whatsapp", "instagram", "snapchat", "discord", "抖音号", "小红书号", "微博号",
        "旺旺", "陌陌", "username", "user name", "用户名", "会员账号", "登录名", "账号", "帐号", "login name", "handle", "user id", "电报", "推特", "twitter",
    ];

    private static readonly System.Buffers.SearchValues<char> s_starts = System.Buffers.SearchValues.Create([.. s_services.Select(service => service[0]).Distinct()]);

    private static readonly string[] s_links = ["号码是", "号码", "是", "号", "id", "加", "：", ":", "=", "，", ",", " ", "is", "名", "叫", "#", "at", "on", "为", "同号", "就是", "my", "：", "搜", "推给你", "发给你", "推你", "发你", "(", "\"", "“", "@", "name", "account"];

    /// <summary>Claims account names.</summary>
    public static void Scan(FoldedText text, Findings findings)
    {
        for (int index = 0; index < text.Length; index++)
        {
            int skipped = text.Lower.AsSpan(index).IndexOfAny(s_starts);
            if (skipped < 0)
                return;
            index += skipped;
            if (char.IsAsciiLetter(text[index]) && Characters.IsWord(text[index - 1]))
                continue;
            foreach (string service in s_services)
            {
                if (!text.Says(index, service) || !IsWhole(text, index, service))
                    continue;
                Name(text, index + service.Length, findings);
                break;
            }
        }
    }

    private static bool IsWhole(FoldedText text, int index, string service) =>
        !char.IsAsciiLetter(service[0]) || (!Characters.IsWord(text[index - 1]) && !(char.IsAsciiLetter(service[^1]) && char.IsAsciiLetter(text[index + service.Length])));

    private static void Name(FoldedText text, int index, Findings findings)
    {
        for (int links = 0; links < 6 && Link(text, index) is > 0 and var length; links++)
            index += length;
        int end = index, digits = 0, marks = 0;
        while (end - index < 32 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-' || (text[end] == '.' && char.IsAsciiLetterOrDigit(text[end + 1]))))
        {
            digits += char.IsAsciiDigit(text[end]) ? 1 : 0;
            marks += text[end] is '_' or '-' or '.' ? 1 : 0;
            end++;
        }

        // A word without any digit or sign is an ordinary one unless Chinese surrounds it.
        bool telling = digits > 0 || marks > 0 || (Characters.IsHan(text[index - 1]) || text[index - 1] is ':' or '@');
        if (end - index is >= 5 and <= 31 && telling && !(digits == end - index && end - index > 12))
            findings.TryAdd(index, end, IdentifierType.Account);
    }

    private static int Link(FoldedText text, int index)
    {
        foreach (string link in s_links)
        {
            if (char.IsAsciiLetter(link[0]) ? text.HasWord(index, link) : text.Says(index, link))
                return link.Length;
        }

        return 0;
    }
}
