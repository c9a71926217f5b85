using System.Buffers;
using System.Text;
using System.Text.Json;
using DialInsight.LanguageModels.Facts;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;
using DialInsight.TextAnalysis.Overlap;

namespace DialInsight.LanguageModels.Offline.Seeding;

/// <summary>Makes new instructions out of the grammar, grounded in a dialogue, unlike one another and unlike the examples.</summary>
internal static class InstructionSeeder
{
    private const double MostAlike = 0.65;
    private const int TriesEach = 60;
    private const int MostInstructions = 100;

    /// <summary>The instructions as JSON; fewer than asked for where the grammar has no more that are different enough.</summary>
    public static string Write(SeedFacts facts, int draw)
    {
        List<string> made = Make(facts, draw);
        ArrayBufferWriter<byte> buffer = new(1024);
        using (Utf8JsonWriter writer = new(buffer, JsonWriting.Options))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("instructions");
            foreach (string instruction in made)
                writer.WriteStringValue(instruction);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The instructions.</summary>
    public static List<string> Make(SeedFacts facts, int draw)
    {
        SeedSlots slots = new(facts);
        SeedGrammar grammar = SeedGrammar.Of(facts.Language);
        IReadOnlyList<string> banned = facts.Pack.BannedWords.GetValueOrDefault(facts.Language) ?? [];
        List<string> made = [];
        int wanted = Math.Clamp(facts.Count, 0, MostInstructions);
        for (int attempt = 0; made.Count < wanted && attempt < wanted * TriesEach; attempt++)
        {
            string candidate = Candidate(facts, grammar, slots, draw, attempt);
            if (!banned.Any(word => candidate.Contains(word, StringComparison.OrdinalIgnoreCase)) && IsNew(candidate, made, facts.Language) && IsNew(candidate, facts.Examples, facts.Language))
                made.Add(candidate);
        }

        return made;
    }

    private static string Candidate(SeedFacts facts, SeedGrammar grammar, SeedSlots slots, int draw, int attempt)
    {
        ulong turn = Variant.Hash(slots.Key, (draw * 10_007) + attempt);
        string[] frames = grammar.Frames[facts.TaskType.Kind], focus = grammar.Focus[facts.TaskType.Kind];
        string frame = frames[(int)(((ulong)attempt + Variant.Hash(slots.Key, draw)) % (ulong)frames.Length)];
        string constraint = grammar.Constraints[(int)(turn / 11 % (ulong)grammar.Constraints.Length)];
        if (!slots.HasNumbers && constraint.Contains("{number}", StringComparison.Ordinal))
            constraint = grammar.Constraints[0];
        string tail = grammar.Tails[(int)(turn / 13 % (ulong)grammar.Tails.Length)];
        string spaced = tail.Length == 0 || facts.Language == "zh" ? tail : " " + tail;
        return slots.Fill(frame + spaced, focus[(int)(turn / 5 % (ulong)focus.Length)], constraint, turn);
    }

    private static bool IsNew(string candidate, IReadOnlyList<string> known, string language)
    {
        foreach (string other in known)
        {
            if (RougeL.F(candidate, other, language) >= MostAlike)
                return false;
        }

        return true;
    }
}
