using System.Globalization;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.InstructionEvolution.Evolution;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Seeding;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>Decides the gates by thresholds. Each criterion is recorded with its finding.</summary>
/// <param name="thresholds">The thresholds.</param>
/// <param name="subject">What the instructions are about.</param>
/// <param name="grounding">What the cell speaks of.</param>
internal sealed class GatePolicy(CurationPolicy thresholds, CellSubject subject, Grounding grounding)
{
    /// <summary>As transitions name it.</summary>
    public const string Name = "policy:thresholds";

    /// <summary>What the gate looks at, with the findings.</summary>
    /// <param name="instruction">The instruction, which waits at a gate.</param>
    /// <param name="root">The seed it descends from.</param>
    /// <param name="approved">The texts approved for its cell so far, without its own ancestors.</param>
    public IReadOnlyList<Criterion> Look(InstructionDocument instruction, InstructionDocument root, SimilarityPool approved) => instruction.Gate switch
    {
        Gate.Curation => [Grounded(instruction.Text)],
        Gate.Screening => [Clear(instruction), Ready(instruction), Detailed(instruction, root)],
        _ => [Different(instruction, approved)],
    };

    private Criterion Grounded(string text)
    {
        double share = grounding.ShareOf(text);
        return new Criterion("grounding", share >= thresholds.MinimumGrounding, $"{Number(share)}, at least {Number(thresholds.MinimumGrounding)}");
    }

    /// <summary>Clear and unambiguous: one piece of work, in words of this business.</summary>
    private Criterion Clear(InstructionDocument instruction) => Grounded(instruction.Text) with { Name = "clear" };

    /// <summary>Needs no change by a person: no filter or failure pattern finds fault with it. A person's own words are ready.</summary>
    private Criterion Ready(InstructionDocument instruction)
    {
        RejectionReason? fault = instruction.Origin == InstructionDocument.Human
            ? null
            : InstructionFilter.Check(instruction.Text, subject.Language, subject.BannedWords);
        return new Criterion("ready", fault is null, fault is { } found ? RejectionWords.Of(found) : "no fault found");
    }

    /// <summary>More detailed than its seed; asked only of what an operator was to deepen.</summary>
    private Criterion Detailed(InstructionDocument instruction, InstructionDocument root)
    {
        if (EvolutionOperator.All.FirstOrDefault(known => known.Id == instruction.Operator) is not { Deepens: true })
            return new Criterion("more-detailed-than-seed", true, "not asked of a seed or a rewording");

        int length = InstructionWords.Length(instruction.Text, subject.Language), seed = InstructionWords.Length(root.Text, subject.Language);
        return new Criterion("more-detailed-than-seed", length > seed, string.Create(CultureInfo.InvariantCulture, $"{length} against {seed}"));
    }

    /// <summary>Unlike what is approved for the cell already; not asked of a person's own words.</summary>
    private Criterion Different(InstructionDocument instruction, SimilarityPool approved)
    {
        if (instruction.Origin == InstructionDocument.Human)
            return new Criterion("similarity", true, "not asked of a person's words");

        double similarity = approved.MaximumTo(instruction.Text);
        return new Criterion("similarity", similarity < thresholds.MaximumSimilarity, $"{Number(similarity)}, below {Number(thresholds.MaximumSimilarity)}");
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
