namespace DialInsight.DomainPacks.Formats;

/// <summary>What an answer's words say of it.</summary>
public static class AnswerText
{
    /// <summary>Whether the answer begins by declining the task.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="language">The prompt's language; phrases of both languages are recognised, as models change language when they decline.</param>
    public static bool IsRefusal(string answer, string language) => throw new NotImplementedException();
}
