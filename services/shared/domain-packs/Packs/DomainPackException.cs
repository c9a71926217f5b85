namespace DialInsight.DomainPacks.Packs;

/// <summary>A domain pack cannot be used. The message is one line per problem: <c>domains/x/scenarios.yaml(12): what is wrong and what to do</c>.</summary>
public sealed class DomainPackException : Exception
{
    /// <summary>A pack that has problems.</summary>
    /// <param name="problems">The problems, at least one.</param>
    public DomainPackException(IReadOnlyList<DomainPackProblem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>What is wrong with it, in the order of files and lines.</summary>
    public IReadOnlyList<DomainPackProblem> Problems { get; }
}
