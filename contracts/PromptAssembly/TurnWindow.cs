namespace DialInsight.Contracts.PromptAssembly;

/// <summary>A part of a long dialogue: whole turns, so that it fits the model's context.</summary>
/// <param name="First">Its first turn, from 0.</param>
/// <param name="Count">How many turns it has.</param>
/// <param name="Of">How many turns the dialogue has.</param>
/// <param name="Overlap">How many of its turns are in the window before it as well.</param>
public sealed record TurnWindow(int First, int Count, int Of, int Overlap);
