using DialInsight.DomainPacks.Packs;

namespace DialInsight.InstructionEvolution.Instructions;

/// <summary>An instruction that a person wrote.</summary>
/// <param name="Domain">The domain pack.</param>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="TaskType">The task type's id.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Text">The instruction, at most 2,000 characters.</param>
internal sealed record NewInstruction(string? Domain, string? Scenario, string? TaskType, string? Language, string? Text)
{
    /// <summary>What is wrong with the request, by member; empty when nothing is.</summary>
    public Dictionary<string, string[]> Errors(IDomainPacks packs)
    {
        Dictionary<string, string[]> errors = [];
        if (PersonText.Fault(Text) is { } fault)
            errors["text"] = [fault];
        if (packs.Find(Domain ?? "") is not { } pack)
            errors["domain"] = [$"must be one of: {string.Join(", ", packs.All.Select(known => known.Name))}"];
        else if (CellSubject.Find(packs, pack.Name, Scenario ?? "", TaskType ?? "", Language ?? "") is null)
            errors["scenario"] = [$"cannot be used: {pack.Name} has no {Scenario}/{TaskType} in {Language}: check scenario, taskType and language"];
        return errors;
    }

    /// <summary>The document, before anybody decided on it. Valid requests only.</summary>
    public InstructionDocument ToDraft()
    {
        string text = Text!.Trim();
        string id = InstructionDocument.IdOf(Domain!, Scenario!, TaskType!, Language!, text);
        return new InstructionDocument
        {
            Id = id,
            RootId = id,
            Domain = Domain!,
            Scenario = Scenario!,
            TaskType = TaskType!,
            Language = Language!,
            Text = text,
            Origin = InstructionDocument.Human,
            State = InstructionState.Approved,
            CreatedAt = default,
        };
    }
}

/// <summary>Why an instruction is retired.</summary>
/// <param name="Reason">Kept in its history and told to the other services.</param>
internal sealed record RetireRequest(string? Reason);

/// <summary>A better version of an approved instruction.</summary>
/// <param name="Text">The new text, at most 2,000 characters.</param>
/// <param name="Reason">Why; kept in the lineage.</param>
internal sealed record VersionRequest(string? Text, string? Reason);
