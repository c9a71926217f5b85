namespace DialInsight.Conversations.Normalising;

/// <summary>Languages as records name them (<c>zh-CN</c>, <c>English</c>, 中文), brought to the codes that recipes use: <c>zh</c>, <c>en</c>, <c>other</c>.</summary>
internal static class LanguageTag
{
    // ISO 639-1, without Chinese and English.
    private const string Others =
        " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi "
        + "ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
        + "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur "
        + "uz ve vi vo wa wo xh yi yo za zu other ";

    private static readonly Dictionary<string, string> s_names = Named(
        ("zh", "zh zho chi cn cmn yue wuu nan hak chinese mandarin cantonese putonghua simplified traditional 中文 汉语 漢語 华语 華語 国语 國語 普通话 普通話 粤语 粵語 简体中文 繁体中文 簡體中文 繁體中文"),
        ("en", "en eng english us 英文 英语 英語"),
        ("other", "french german spanish portuguese italian dutch russian japanese korean arabic hindi turkish vietnamese thai indonesian malay polish 日语 韩语 法语 德语 俄语 西班牙语"));

    /// <summary>The code of a language that is named; null where it is none that is known, so that the language is detected instead.</summary>
    public static string? Code(string? named)
    {
        string name = named?.Trim() ?? "";
        if (s_names.TryGetValue(name, out string? code))
            return code;
        string primary = name.Split('-', '_', ' ', '(')[0];
        if (s_names.TryGetValue(primary, out code))
            return code;
        return primary.Length >= 2 && Others.Contains($" {primary.ToLowerInvariant()} ", StringComparison.Ordinal) ? "other" : null;
    }

    private static Dictionary<string, string> Named(params (string Code, string Names)[] languages) => languages
        .SelectMany(language => language.Names.Split(' '), (language, name) => (language.Code, Name: name))
        .ToDictionary(pair => pair.Name, pair => pair.Code, StringComparer.OrdinalIgnoreCase);
}
