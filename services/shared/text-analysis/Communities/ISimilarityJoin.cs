namespace DialInsight.TextAnalysis.Communities;

/// <summary>Finds the pairs of vectors whose cosine reaches a threshold.</summary>
internal interface ISimilarityJoin
{
    /// <summary>For every vector, those of lower index that reach the threshold with it.</summary>
    NeighbourSet[] FindEarlierNeighbours(ParallelOptions options);

    /// <summary>The cosine of two vectors as the threshold sees it; 1 for a vector and itself.</summary>
    float Similarity(int first, int second);
}
