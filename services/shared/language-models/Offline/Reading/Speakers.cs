using DialInsight.Contracts;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>Tells who speaks: by the pack's roles, else by the label's words, else the one who speaks first is taken for the customer.</summary>
internal static class Speakers
{
    private static readonly string[] StaffWords =
        ["agent", "support", "advisor", "adviser", "assistant", "doctor", "clinician", "seller", "designer", "manager", "staff", "rep", "operator", "bot", "system", "gpt",
         "经纪", "客服", "顾问", "坐席", "销售", "设计师", "管家", "医生", "店员", "经理", "助理"];

    private static readonly string[] CustomerWords =
        ["customer", "client", "user", "patient", "buyer", "owner", "tenant", "caller", "human", "guest", "landlord", "客户", "顾客", "用户", "业主", "租客", "患者", "买家", "房东", "来电"];

    /// <summary>The speaker of each turn.</summary>
    public static Speaker[] Of(IReadOnlyList<Turn> turns, DomainPack? pack, string language)
    {
        Dictionary<string, Speaker> known = [];
        Speaker[] speakers = new Speaker[turns.Count];
        for (int index = 0; index < turns.Count; index++)
        {
            string role = turns[index].Role;
            if (!known.TryGetValue(role, out Speaker? speaker))
                known[role] = speaker = Of(role, pack, language, known.Count == 0);
            speakers[index] = speaker;
        }

        return WithBothSides(speakers);
    }

    private static Speaker[] WithBothSides(Speaker[] speakers)
    {
        if (speakers.Length == 0 || Array.Exists(speakers, speaker => speaker.Side == Side.Customer))
            return speakers;
        string first = speakers[0].Role;
        return Array.ConvertAll(speakers, speaker => speaker.Role == first ? speaker with { Side = Side.Customer } : speaker);
    }

    private static Speaker Of(string role, DomainPack? pack, string language, bool first)
    {
        SpeakerRole? known = pack?.Roles.FirstOrDefault(candidate => Names(candidate, role));
        if (known is not null)
            return new Speaker(role, Title(known, language) is { } title ? Called(title, language) : Name(role, language), known.Staff ? Side.Staff : Side.Customer);
        Side side = Holds(role, CustomerWords) ? Side.Customer : Holds(role, StaffWords) || !first ? Side.Staff : Side.Customer;
        return new Speaker(role, Name(role, language), side);
    }

    private static bool Names(SpeakerRole candidate, string role) =>
        string.Equals(candidate.Id, role, StringComparison.OrdinalIgnoreCase)
        || candidate.Aliases.Any(alias => string.Equals(alias, role, StringComparison.OrdinalIgnoreCase));

    private static string? Title(SpeakerRole role, string language) => role.Title.Languages.Contains(language) ? role.Title[language] : null;

    private static bool Holds(string role, string[] words) => Array.Exists(words, word => role.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>A role's title inside an English sentence takes the article.</summary>
    private static string Called(string title, string language) => language == "zh" ? title : "the " + title.ToLowerInvariant();

    private static string Name(string role, string language)
    {
        string label = role.Replace('_', ' ').Trim();
        if (label.Length == 0)
            return language == "zh" ? "发言人" : "Speaker";
        if (language != "zh")
            return Holds(label, CustomerWords) || Holds(label, StaffWords) ? Called(label, language) : char.ToUpperInvariant(label[0]) + label[1..];
        return label.ToLowerInvariant() switch
        {
            "agent" => "客服",
            "customer" or "user" => "客户",
            "doctor" => "医生",
            "patient" => "患者",
            "assistant" => "助理",
            string spoken when spoken.StartsWith("speaker", StringComparison.Ordinal) => "发言人" + spoken["speaker".Length..].Trim(),
            _ => label,
        };
    }
}
