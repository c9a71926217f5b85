using System.Globalization;

namespace DialInsight.Conversations.Parsing;

/// <summary>What a speaker is called where a source only counts them.</summary>
internal static class SpeakerName
{
    public static string Of(string label) =>
        label.Trim().Length == 0 ? "speaker" : int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? $"speaker {number}" : label;
}
