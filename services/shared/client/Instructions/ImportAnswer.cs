namespace DialInsight.Client.Instructions;

/// <summary>What became of a pool.</summary>
/// <param name="Added">How many instructions are new.</param>
/// <param name="Known">How many were there already, or are too similar to others.</param>
/// <param name="Refused">How many lines could not be taken in.</param>
/// <param name="Lines">Those that were not added, the first 1,000.</param>
public sealed record ImportAnswer(int Added, int Known, int Refused, IReadOnlyList<ImportAnswerLine> Lines);

/// <summary>A line that was not added.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Id">The instruction that is there already.</param>
/// <param name="Reason">Why.</param>
public sealed record ImportAnswerLine(int Line, string? Id, string? Reason);
