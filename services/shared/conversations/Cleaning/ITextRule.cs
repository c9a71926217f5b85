namespace DialInsight.Conversations.Cleaning;

/// <summary>One thing that does not belong into what people say. Safe to share between threads; time linear in the text.</summary>
internal interface ITextRule
{
    /// <summary>A text without it: the same object where there is none, never longer than the text was.</summary>
    string Apply(string text, Removals removals);
}
