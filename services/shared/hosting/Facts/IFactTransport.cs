using DialInsight.Contracts;

namespace DialInsight.Hosting.Facts;

/// <summary>How one fact is delivered.</summary>
internal interface IFactTransport
{
    /// <summary>How many facts of one type may be on their way at once.</summary>
    int Window { get; }

    /// <summary>Whether facts are still delivered while the process stops receiving.</summary>
    bool DrainsAtShutdown { get; }

    /// <summary>Completes when the fact is delivered; throws when it has to be tried again.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="attempt">How often it was tried before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task DeliverAsync(IFact fact, int attempt, CancellationToken cancellationToken);
}
