using System.Text;
using DialInsight.Contracts;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Dialogues;

/// <summary>A dialogue as a model reads it.</summary>
public static class DialogueText
{
    /// <summary>One line a turn: <c>经纪人：…</c> in Chinese, <c>Agent: …</c> in English. Line breaks inside a turn become spaces.</summary>
    /// <param name="turns">The turns.</param>
    /// <param name="pack">The pack that names the roles; without it they are named as the turns have them.</param>
    /// <param name="language">The language of the role names and of the colon.</param>
    public static string Render(IReadOnlyList<Turn> turns, DomainPack? pack, string language)
    {
        StringBuilder text = new();
        foreach (Turn turn in turns)
        {
            if (text.Length > 0)
                text.Append('\n');
            text.Append(Name(turn.Role, pack, language)).Append(language == "zh" ? "：" : ": ").Append(turn.Text.ReplaceLineEndings(" ").Trim());
        }

        return text.ToString();
    }

    private static string Name(string role, DomainPack? pack, string language) =>
        pack?.Roles.FirstOrDefault(known => known.Id == role) is { } known && known.Title.Languages.Contains(language)
            ? known.Title[language]
            : role;
}
