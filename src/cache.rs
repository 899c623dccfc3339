//! What parsing, resolving and rendering computed, kept for the next run.
//!
//! A [`Cache`] holds results together with the inputs that they were computed from, and
//! computes again where an input has changed. An input is recognised by its allocation
//! (`&Arc<T>`) or by its value ([`ByValue`]). A result must depend on nothing else: then
//! cached and new results are equal, and stages are written as if there was no cache.

use std::sync::Arc;

use rayon::prelude::*;

/// The inputs that a result is computed from.
pub trait CacheInput {
    /// What is stored to recognise the input in a later run.
    type Key: Send + Sync;

    /// Returns the key of this input.
    fn key(&self) -> Self::Key;

    /// Returns whether `key` was made from an equal input.
    fn matches(&self, key: &Self::Key) -> bool;
}

/// The same allocation holds the same value for as long as the key keeps it alive.
impl<T: Send + Sync + ?Sized> CacheInput for &Arc<T> {
    type Key = Arc<T>;

    fn key(&self) -> Arc<T> {
        Arc::clone(self)
    }

    fn matches(&self, key: &Arc<T>) -> bool {
        Arc::ptr_eq(self, key)
    }
}

/// An input that is compared by its value.
#[derive(Clone, Copy, Debug)]
pub struct ByValue<T>(pub T);

impl<T: PartialEq + Clone + Send + Sync> CacheInput for ByValue<T> {
    type Key = T;

    fn key(&self) -> T {
        self.0.clone()
    }

    fn matches(&self, key: &T) -> bool {
        self.0 == *key
    }
}

impl<I: CacheInput> CacheInput for Option<I> {
    type Key = Option<I::Key>;

    fn key(&self) -> Option<I::Key> {
        self.as_ref().map(I::key)
    }

    fn matches(&self, key: &Option<I::Key>) -> bool {
        match (self, key) {
            (Some(input), Some(key)) => input.matches(key),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }
}

impl<I: CacheInput> CacheInput for Vec<I> {
    type Key = Vec<I::Key>;

    fn key(&self) -> Vec<I::Key> {
        self.iter().map(I::key).collect()
    }

    fn matches(&self, key: &Vec<I::Key>) -> bool {
        self.len() == key.len() && self.iter().zip(key).all(|(input, key)| input.matches(key))
    }
}

/// Makes a tuple of inputs one input; its key is the tuple of their keys.
macro_rules! tuple_input {
    ($($input:ident $at:tt),+) => {
        impl<$($input: CacheInput),+> CacheInput for ($($input,)+) {
            type Key = ($($input::Key,)+);

            fn key(&self) -> Self::Key {
                ($(self.$at.key(),)+)
            }

            fn matches(&self, key: &Self::Key) -> bool {
                $(self.$at.matches(&key.$at))&&+
            }
        }
    };
}

tuple_input!(A 0, B 1);
tuple_input!(A 0, B 1, C 2);
tuple_input!(A 0, B 1, C 2, D 3);
tuple_input!(A 0, B 1, C 2, D 3, E 4);

/// The results of the last run in order, and the keys of their inputs.
#[derive(Debug)]
pub struct Cache<K, V> {
    keys: Vec<K>,
    results: Vec<V>,
}

impl<K, V> Default for Cache<K, V> {
    fn default() -> Self {
        Cache { keys: Vec::new(), results: Vec::new() }
    }
}

impl<K: Send, V: Send> Cache<K, V> {
    /// Returns the result for one input.
    pub fn get<I: CacheInput<Key = K>>(&mut self, input: &I, compute: impl FnOnce() -> V) -> &V {
        if !matches!(&self.keys[..], [key] if input.matches(key)) {
            (self.keys, self.results) = (vec![input.key()], vec![compute()]);
        }
        &self.results[0]
    }

    /// Returns the results for a list of inputs, in order. Those of changed inputs are computed
    /// in parallel; `compute` receives the input's index in the list. If inputs were inserted or
    /// removed in one place only, the results before and after that place are used again.
    pub fn map<I: CacheInput<Key = K> + Sync>(
        &mut self,
        inputs: &[I],
        compute: impl Fn(usize) -> V + Sync,
    ) -> &[V] {
        let Difference { start, old_end, new_end } = self.difference(inputs);
        let length_changed = old_end != new_end;
        let is_changed = |at: &usize| length_changed || !inputs[*at].matches(&self.keys[*at]);
        let changed: Vec<usize> = (start..new_end).filter(is_changed).collect();
        let computed = changed.par_iter().map(|at| (inputs[*at].key(), compute(*at)));
        let (keys, results): (Vec<K>, Vec<V>) = computed.unzip();
        if length_changed {
            self.keys.splice(start..old_end, keys);
            self.results.splice(start..old_end, results);
        } else {
            for (at, (key, result)) in changed.into_iter().zip(keys.into_iter().zip(results)) {
                (self.keys[at], self.results[at]) = (key, result);
            }
        }
        &self.results
    }

    fn difference<I: CacheInput<Key = K>>(&self, inputs: &[I]) -> Difference {
        let same = |(input, key): &(&I, &K)| input.matches(key);
        let start = inputs.iter().zip(&self.keys).take_while(same).count();
        let (new, old) = (&inputs[start..], &self.keys[start..]);
        let end = new.iter().rev().zip(old.iter().rev()).take_while(same).count();
        Difference { start, old_end: self.keys.len() - end, new_end: inputs.len() - end }
    }

    /// Forgets all results.
    pub fn clear(&mut self) {
        self.keys.clear();
        self.results.clear();
    }
}

/// The range outside of which two lists are the same.
struct Difference {
    start: usize,
    old_end: usize,
    new_end: usize,
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    /// Maps `inputs` and returns the results, and the inputs that were computed anew.
    fn map(cache: &mut Cache<i32, i32>, inputs: &[i32]) -> (Vec<i32>, Vec<i32>) {
        let computed = Mutex::new(Vec::new());
        let keys: Vec<ByValue<i32>> = inputs.iter().copied().map(ByValue).collect();
        let results = cache.map(&keys, |at| {
            computed.lock().expect("a lock").push(inputs[at]);
            inputs[at] * 10
        });
        let results = results.to_vec();
        let mut computed = computed.into_inner().expect("a lock");
        computed.sort_unstable();
        (results, computed)
    }

    #[test]
    fn only_changed_inputs_are_computed() {
        let mut cache = Cache::default();
        assert_eq!(map(&mut cache, &[1, 2, 3]), (vec![10, 20, 30], vec![1, 2, 3]));
        assert_eq!(map(&mut cache, &[1, 2, 3]).1, [0; 0]);
        assert_eq!(map(&mut cache, &[4, 2, 5]), (vec![40, 20, 50], vec![4, 5]));
        assert_eq!(map(&mut cache, &[4, 6, 2, 5]), (vec![40, 60, 20, 50], vec![6]));
        assert_eq!(map(&mut cache, &[4, 5]), (vec![40, 50], Vec::new()));
        assert_eq!(map(&mut cache, &[4, 4, 5, 5]), (vec![40, 40, 50, 50], vec![4, 5]));
        assert_eq!(map(&mut cache, &[]), (Vec::new(), Vec::new()));
        assert_eq!(map(&mut cache, &[4]).1, [4]);
    }

    #[test]
    fn allocations_tell_inputs_apart() {
        let (a, b) = (Arc::new(1), Arc::new(1));
        let mut cache = Cache::default();
        assert_eq!(*cache.get(&(&a, Some(ByValue(1))), || 1), 1);
        assert_eq!(*cache.get(&(&a.clone(), Some(ByValue(1))), || 2), 1);
        assert_eq!(*cache.get(&(&b, Some(ByValue(1))), || 3), 3);
        assert_eq!(*cache.get(&(&b, None::<ByValue<i32>>), || 4), 4);
    }
}
