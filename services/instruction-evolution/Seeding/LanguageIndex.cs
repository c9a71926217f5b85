using DialInsight.InstructionEvolution.Instructions;
using DialInsight.TextAnalysis.Overlap;

namespace DialInsight.InstructionEvolution.Seeding;

/// <summary>The texts of one domain and language, by the ids of their instructions. Several may ask at once.</summary>
internal sealed class LanguageIndex(string language)
{
    /// <summary>Two instructions with nothing in common are never similar.</summary>
    private const double LeastMinimum = 0.01;

    private readonly RougeIndex _texts = new(language);
    private readonly List<string> _ids = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Held by whoever fills it.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>When the youngest instruction in it was made; null while it is empty.</summary>
    public DateTimeOffset? ReadTo { get; private set; }

    /// <summary>Adds an instruction that is, or may become, one that others are compared with.</summary>
    public void Take(InstructionDocument instruction)
    {
        lock (_lock)
        {
            ReadTo = ReadTo is { } readTo && readTo > instruction.CreatedAt ? readTo : instruction.CreatedAt;
            if (!MayCount(instruction) || !_known.Add(instruction.Id))
                return;
            _texts.Add(instruction.Text);
            _ids.Add(instruction.Id);
        }
    }

    /// <summary>The ids of those with a ROUGE-L F of <paramref name="minimum"/> or more to a text, the most similar first.</summary>
    public IReadOnlyList<string> Similar(string text, double minimum)
    {
        lock (_lock)
            return [.. _texts.Similar(text, Math.Clamp(minimum, LeastMinimum, 1)).Select(match => _ids[match.Number])];
    }

    /// <summary>What fell for good at a filter or rule is compared with nothing; the rest may come back.</summary>
    private static bool MayCount(InstructionDocument instruction) =>
        instruction.IsPoolMember || instruction.Rejection is RejectionReason.Surplus or RejectionReason.Edited or RejectionReason.Cancelled;
}
