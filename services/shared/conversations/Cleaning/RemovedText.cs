namespace DialInsight.Conversations.Cleaning;

/// <summary>Something that cleaning removed.</summary>
/// <param name="Rule">The rule's id: <c>html</c>, <c>boilerplate</c>, …</param>
/// <param name="Turn">The turn it was in, from 0, among the turns as they were read.</param>
/// <param name="Text">What was removed, 200 characters at most.</param>
public sealed record RemovedText(string Rule, int Turn, string Text);
