using System.Buffers;
using System.Text;
using System.Text.Json;
using DialInsight.LanguageModels.Facts;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;
using DialInsight.LanguageModels.Offline.Seeding;

namespace DialInsight.LanguageModels.Offline.Evolution;

/// <summary>Evolves an instruction by one operator; says that nothing was gained where there is nothing left to add.</summary>
internal static class InstructionEvolver
{
    private const int LongestHan = 300;
    private const int MostWords = 150;

    /// <summary>The evolved instruction as JSON.</summary>
    public static string Write(EvolveFacts given, int draw)
    {
        EvolveFacts facts = given with { Instruction = WellFormed.Text(given.Instruction) };
        string? evolved = Evolve(facts, draw);
        bool gain = evolved is not null && Fits(evolved, facts.Language);
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter writer = new(buffer, JsonWriting.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("instruction", gain ? evolved : facts.Instruction);
            writer.WriteBoolean("gain", gain);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string? Evolve(EvolveFacts facts, int draw) => facts.Operator switch
    {
        Operators.Rewrite => Rewording.Of(facts.Instruction, facts.Language, draw),
        Operators.Breadth => Bred(facts, draw),
        _ => Operators.Additions(facts.Operator, facts.Language) is { } additions ? Extended(facts, additions, draw) : null,
    };

    private static string? Bred(EvolveFacts facts, int draw)
    {
        int turn = (int)(Variant.Hash(facts.Instruction, draw) % 9_973);
        SeedFacts seed = new(facts.Language, facts.Pack, facts.Scenario, facts.TaskType, facts.Dialogue, 1, [facts.Instruction]);
        string? bred = InstructionSeeder.Make(seed, turn).FirstOrDefault();
        return bred is null ? null : Extended(facts with { Instruction = bred }, Operators.Additions("add-constraint", facts.Language)!, draw) ?? bred;
    }

    private static string? Extended(EvolveFacts facts, string[] additions, int draw)
    {
        SeedSlots slots = new(new SeedFacts(facts.Language, facts.Pack, facts.Scenario, facts.TaskType, facts.Dialogue, 1, []));
        ulong turn = Variant.Hash(facts.Instruction, draw);
        for (int index = 0; index < additions.Length; index++)
        {
            string template = additions[(int)((turn + (ulong)index) % (ulong)additions.Length)];
            string addition = slots.Fill(template, "", "", turn);
            if (!Holds(facts.Instruction, template))
                return Joined(facts.Instruction, addition, facts.Language == "zh");
        }

        return null;
    }

    /// <summary>Whether the fixed words of an addition are in an instruction already, whatever its slots were filled with.</summary>
    private static bool Holds(string instruction, string template)
    {
        string longest = template.Split('{', '}').Where((_, place) => place % 2 == 0).MaxBy(part => part.Length)!;
        return instruction.Contains(longest.Trim(), StringComparison.Ordinal);
    }

    private static string Joined(string instruction, string addition, bool chinese)
    {
        string text = instruction.TrimEnd();
        bool ended = text.Length > 0 && text[^1] is '。' or '！' or '？' or '.' or '!' or '?' or '：' or ':';
        return text + (ended ? "" : chinese ? "。" : ".") + (chinese ? "" : " ") + addition;
    }

    private static bool Fits(string instruction, string language) =>
        language == "zh" ? instruction.Length <= LongestHan : instruction.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords;
}
