using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.PromptAssembly.Transcripts;

namespace DialInsight.PromptAssembly.Assembly;

/// <summary>What a prompt says of its dialogue.</summary>
/// <param name="Channel">Where it was held, for <c>{{channel}}</c>.</param>
/// <param name="Roles">Who speaks, for <c>{{roles}}</c>.</param>
internal sealed record DialogueSetting(string Channel, string Roles)
{
    public static DialogueSetting Of(DomainPack pack, TranscriptDocument transcript, string language) => new(
        pack.Channels.FirstOrDefault(known => known.Id == transcript.Channel)?.Title[language] ?? (language == "zh" ? "未注明的渠道" : "an unspecified channel"),
        string.Join(language == "zh" ? "、" : ", ", transcript.Turns.Select(turn => turn.Role).Distinct().Select(role => RoleTitle(pack, role, language))));

    /// <summary>The prompt with what was left open for its dialogue.</summary>
    public AssembledPrompt Fill(PromptDocument prompt) => new(Fill(prompt.Before), Fill(prompt.After));

    /// <summary>A text with what was left open for its dialogue.</summary>
    public string Fill(string text) => PromptText.Fill(text, ("channel", Channel), ("roles", Roles));

    private static string RoleTitle(DomainPack pack, string role, string language) =>
        pack.Roles.FirstOrDefault(known => known.Id == role)?.Title[language] ?? role;
}
