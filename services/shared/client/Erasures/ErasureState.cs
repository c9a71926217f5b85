namespace DialInsight.Client.Erasures;

/// <summary>Where an erasure stands.</summary>
public enum ErasureState
{
    /// <summary>Something may be left in some service.</summary>
    Open,

    /// <summary>Every service has answered that nothing is left.</summary>
    Applied,
}
